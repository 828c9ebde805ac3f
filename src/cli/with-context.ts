/** Opens the stores for one command and closes them, whatever happens in between. */

import type { AppContext } from '../app/context';
import type { Config } from '../config';
import type { Cli } from './cli';

export async function withContext<T>(
  cli: Cli,
  work: (context: AppContext, config: Config) => Promise<T>,
): Promise<T> {
  const config = cli.readConfig();
  const { context, close } = await cli.openContext(config);
  try {
    return await work(context, config);
  } finally {
    await close();
  }
}
