/** Runs one command line: words or JSON on standard output, an exit code, and never a stack. */

import { CommanderError } from 'commander';
import { buildProgram } from './build-program';
import type { Cli } from './cli';
import type { ExitCode, Report } from './report';
import { reportError } from './report-error';

/** `args` without the interpreter and the script. Never rejects. */
export async function run(args: readonly string[], cli: Cli): Promise<ExitCode> {
  const isJson = args.includes('--json');
  let report: Report | undefined;
  try {
    const program = buildProgram(async (work) => {
      report = await work(cli);
    }, cli.terminal);
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    report = reportError(error);
  }
  if (!report) return 0;
  print(report, isJson, cli);
  return report.exitCode;
}

function print({ json, words, exitCode }: Report, isJson: boolean, { terminal }: Cli): void {
  if (isJson) terminal.out(`${JSON.stringify(json, null, 2)}\n`);
  else if (words.length > 0) (exitCode === 0 ? terminal.out : terminal.err)(`${words.join('\n')}\n`);
}
