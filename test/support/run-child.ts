/** Starts a TypeScript file of the project in a process of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export function startChild(file: string, ...args: readonly string[]): ChildProcess {
  const hook = join(__dirname, 'register-swc.cjs');
  return spawn(process.execPath, ['-r', hook, file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The exit code, or null when it was killed. */
export async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
