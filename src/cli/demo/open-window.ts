/** Starts a Microsoft 365 Agents Playground for one persona, as a process that cannot outlive this one. */

import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve as absolute, join } from 'node:path';
import type { Programme } from '../../domain/programme/programme';
import { InputError } from '../input-error';
import type { Persona } from './personas';
import { windowConfig } from './window-config';

export interface DemoWindow {
  readonly persona: Persona;
  readonly address: string;
  /** Resolves when the process has ended. */
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly programme: Programme;
  readonly botPort: number;
  /** Its configuration and its own log are written here. */
  readonly folder: string;
  /** Called when the window ends without having been closed. */
  readonly onLost: (persona: Persona) => void;
}

const readyWithinMs = 30_000;

/** @throws InputError when the Playground is not installed; Error when it does not come up. */
export async function openWindow(persona: Persona, options: WindowOptions): Promise<DemoWindow> {
  // Absolute, because the window works in it and reads its configuration by this path.
  const folder = absolute(options.folder, persona.name);
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'window.yml');
  writeFileSync(config, windowConfig(options.programme, persona));
  const child = fork(
    playground(),
    ['start', '-p', `${persona.port}`, '-c', 'msteams', '--disable-telemetry'],
    {
      cwd: folder,
      execArgv: ['-r', require.resolve('./end-with-parent')],
      // None of this process's own: a proxy named there would be asked for addresses of this machine.
      env: {
        BOT_ENDPOINT: `http://127.0.0.1:${options.botPort}/api/messages`,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        TEAMSAPPTESTER_BROWSER: 'none',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let isClosing = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await ready(child, persona);
  child.once('exit', () => {
    if (!isClosing) options.onLost(persona);
  });
  return {
    persona,
    address: `http://localhost:${persona.port}`,
    close: () => {
      isClosing = true;
      child.kill('SIGKILL');
      return ended;
    },
  };
}

function playground(): string {
  try {
    return require.resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    throw new InputError(
      'The demo needs the Microsoft 365 Agents Playground, a development package: run npm ci first.',
    );
  }
}

/** It says on which port it listens, and takes any other when its own is taken. */
function ready(child: ChildProcess, { port, title }: Persona): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`the window of the ${title} did not come up: ${why}`));
    };
    const timer = setTimeout(() => fail('it took too long'), readyWithinMs);
    child.once('error', ({ message }) => fail(message));
    const onExit = () => fail(said.trim().split('\n').at(-1) || 'it ended');
    child.once('exit', onExit);
    child.stderr?.on('data', (data: Buffer) => {
      said = `${said}${data}`.slice(-2_000);
    });
    child.stdout?.on('data', (data: Buffer) => {
      said = `${said}${data}`.slice(-2_000);
      const listening = /Listening on (\d+)/.exec(said);
      if (!listening) return;
      if (Number(listening[1]) !== port) return fail(`port ${port} is taken`);
      clearTimeout(timer);
      child.off('exit', onExit);
      resolve();
    });
  });
}
