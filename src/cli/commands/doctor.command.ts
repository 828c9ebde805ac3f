/** `soundings doctor`: what is ready on this machine and what is not. */

import type { Command } from 'commander';
import { type Config, ConfigError } from '../../config';
import type { Act, Cli } from '../cli';
import type { Check } from '../doctor/check';
import { checkSkew, checkSteadiness } from '../doctor/check-clock';
import { checkCredentials } from '../doctor/check-credentials';
import { checkNode } from '../doctor/check-node';
import { checkRuns } from '../doctor/check-runs';
import { checkRunsApart } from '../doctor/check-runs-apart';
import { checkStore, placeOf } from '../doctor/check-store';
import type { ExitCode, Report } from '../report';
import { reportError } from '../report-error';

const signInMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

export function addDoctor(program: Command, act: Act): void {
  program
    .command('doctor')
    .description('check the configuration, the store, the credentials and the clock')
    .action(() => act(async (cli) => reportChecks(await examine(cli))));
}

/** Never throws for what it examines: every fault is a failed check. */
async function examine(cli: Cli): Promise<Check[]> {
  const node = checkNode(process.versions.node);
  let config: Config;
  try {
    config = cli.readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      node,
      ...error.problems.map((words) => ({ name: 'configuration', status: 'failed', words }) as const),
    ];
  }
  const { mode, host, port } = config;
  const configuration = { name: 'configuration', status: 'ok', words: `${mode}, ${host}:${port}` } as const;
  return [node, configuration, ...checkCredentials(config), ...(await examineMachine(cli, config))];
}

async function examineMachine(cli: Cli, config: Config): Promise<Check[]> {
  try {
    const { context, close } = await cli.openContext(config);
    try {
      const signIn = config.localSignIn?.openIdMetadataUrl ?? (config.bot ? signInMetadata : undefined);
      return [
        await checkSteadiness(context.clock),
        ...(signIn ? [await checkSkew(context.clock, signIn)] : []),
        await checkStore(context, config.store),
        await checkRuns(context),
        await checkRunsApart(context),
      ];
    } finally {
      await close();
    }
  } catch (error) {
    const { message } = reportError(error).json;
    return [{ name: 'store', status: 'failed', words: `${placeOf(config.store)}: ${String(message)}` }];
  }
}

function reportChecks(checks: readonly Check[]): Report {
  const failed = checks.filter(({ status }) => status === 'failed');
  const exitCode: ExitCode = failed.some(({ name }) => name === 'configuration')
    ? 2
    : failed.length > 0
      ? 3
      : 0;
  const words = checks.map(({ name, status, words }) => `${status.padEnd(7)}  ${name}: ${words}`);
  return { exitCode, json: { outcome: failed.length > 0 ? 'notReady' : 'ready', checks }, words };
}
