/** Starts the load generator in a process of its own and waits for its reports. */

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { LoadCommand, LoadReport } from './load-commands';

export class LoadGenerator {
  private readonly child: ChildProcess = fork(join(__dirname, 'load-child.ts'), {
    execArgv: ['-r', join(__dirname, '../../support/register-swc.cjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

  /** @throws Error when a reply was not the expected card (for `open` the report says so), or the process ended. */
  run(command: LoadCommand): Promise<LoadReport> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the load generator ended with ${code}`));
      this.child.once('exit', ended);
      this.child.once('message', (message) => {
        this.child.removeListener('exit', ended);
        const report = message as LoadReport;
        // With taps that do not wait for replies, a reply that comes late makes a person's next tap an older one.
        if (report.unexpected === 0 || command.kind === 'open') resolve(report);
        else reject(new Error(`${report.unexpected} unexpected replies; ${report.firstUnexpected}`));
      });
      this.child.send(command);
    });
  }

  close(): void {
    this.child.disconnect();
  }
}
