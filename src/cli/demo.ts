/** `npm run demo`: the whole product on this machine with invented people, until it is ended. */

import { CommanderError } from 'commander';
import { readDemoOptions } from './demo/demo-options';
import { runDemo } from './demo/run-demo';
import { reportError } from './report-error';
import { processTerminal } from './terminal';

const lookForParentEveryMs = 1_000;

async function main(): Promise<void> {
  const terminal = processTerminal();
  const demo = await runDemo(readDemoOptions(process.argv.slice(2), terminal), terminal);
  let isEnding = false;
  const end = () => {
    // Whoever asks twice does not want to wait.
    if (isEnding) process.exit(1);
    isEnding = true;
    demo.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  endWithParent(end);
}

/** npm passes a signal to the shell between it and us, which dies of it and tells nobody. */
function endWithParent(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, lookForParentEveryMs);
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  const { words, exitCode } = reportError(error);
  for (const line of words) process.stderr.write(`${line}\n`);
  process.exit(exitCode);
});
