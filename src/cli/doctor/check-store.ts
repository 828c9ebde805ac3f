/** Whether the store answers. */

import type { AppContext } from '../../app/context';
import type { StoreConfig } from '../../config';
import type { Check } from './check';

export async function checkStore({ store, clock }: AppContext, config: StoreConfig): Promise<Check> {
  const startedMs = clock.monotonicMs();
  await store.check();
  const tookMs = Math.round(clock.monotonicMs() - startedMs);
  return { name: 'store', status: 'ok', words: `${placeOf(config)} answered in ${tookMs} ms` };
}

/** Where the documents are: an address or a folder, never a key. */
export function placeOf(config: StoreConfig): string {
  return config.kind === 'cosmos'
    ? `${new URL(config.endpoint).host}/${config.database}`
    : `the file in ${config.dataDir}`;
}
