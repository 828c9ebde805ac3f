/** The demo as `npm run demo` starts it, in a folder and on ports of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '../support/embedded';

const demo = join(__dirname, '../../dist/cli/demo.js');
const patienceMs = 150_000;

export interface DemoPlace {
  readonly folder: TemporaryFolder;
  readonly port: number;
  readonly windowsPort: number;
  /** Whose windows are opened beside the three. */
  readonly also: readonly string[];
}

export async function demoPlace(also: readonly string[] = []): Promise<DemoPlace> {
  const folder = temporaryFolder();
  const windows = 3 + also.length;
  const windowsPort = await freePorts(windows);
  for (;;) {
    const port = await freePorts(1);
    if (port < windowsPort || port >= windowsPort + windows) return { folder, port, windowsPort, also };
  }
}

export class DemoProcess {
  private said = '';

  private constructor(private readonly child: ChildProcess) {
    const keep = (data: Buffer) => {
      this.said += data;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  /** Resolves when it has printed the addresses. */
  static async start(place: DemoPlace, daysLater = 0): Promise<DemoProcess> {
    const started = DemoProcess.spawn(place, daysLater);
    await started.says('Ctrl-C ends');
    return started;
  }

  /** Without waiting for anything. `daysLater`: by so much its clock goes ahead of this machine's. */
  static spawn({ folder, port, windowsPort, also }: DemoPlace, daysLater = 0): DemoProcess {
    const ports = ['--port', `${port}`, '--windows', `${windowsPort}`];
    const further = also.length > 0 ? ['--also', ...also] : [];
    const ahead = daysLater > 0 ? ['-r', join(__dirname, 'days-later.cjs')] : [];
    const child = spawn(process.execPath, [...ahead, demo, ...ports, ...further], {
      // Where it keeps its data by itself, as anybody starts it.
      cwd: folder.path,
      env: { ...process.env, DAYS_LATER: `${daysLater}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new DemoProcess(child);
  }

  /** Waits until it has said this. */
  async says(text: string): Promise<void> {
    const endsAtMs = performance.now() + patienceMs;
    while (!this.said.includes(text)) {
      if (this.child.exitCode !== null || performance.now() > endsAtMs) {
        this.child.kill('SIGKILL');
        throw new Error(`the demo never said “${text}”, but:\n${this.said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  get output(): string {
    return this.said;
  }

  /** @returns the exit code, or null when the signal itself ended it. */
  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.ended();
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}

/** Where the bot and the windows listen. */
export function portsOf({ port, windowsPort, also }: DemoPlace): readonly number[] {
  return [port, ...Array.from({ length: 3 + also.length }, (_, index) => windowsPort + index)];
}

/** Resolves when nobody listens on any of them. @throws Error after ten seconds. */
export async function allFree(ports: readonly number[]): Promise<void> {
  for (const endsAtMs = performance.now() + 10_000; performance.now() < endsAtMs; ) {
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('somebody still listens');
}

/** True when nobody listens there. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** The first of so many free ports in a row. */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const wanted = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(wanted.map(isFree));
    if (free.every(Boolean)) return first;
  }
}
