/** The bot while it lives through the demo's past: the real use cases and the real worker under another clock. */

import type { AppContext } from '../../app/context';
import type { Log } from '../../app/ports/log';
import { openBot } from '../../compose';
import { parseConfig } from '../../config';
import type { PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { lanes } from '../../domain/intent/intent';
import type { PersonRow } from '../../domain/programme/person-row';
import type { Programme } from '../../domain/programme/programme';
import { PastClock } from './past-clock';

export interface DemoPast {
  readonly context: AppContext;
  readonly clock: PastClock;
  readonly programme: Programme;
  readonly people: readonly PersonRow[];
  personIdOf(row: Pick<PersonRow, 'aadObjectId'>): PersonId;
  /** Resolves when the worker has nothing left to do at this moment. @throws Error after two minutes. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface PastOptions extends Pick<DemoPast, 'programme' | 'people'> {
  readonly dataDir: string;
  readonly beginsAt: Instant;
  readonly log: Log;
}

/** The waits of the lease and of closing, in proportion to those in service. */
const timeScale = '0.1';
const lookEveryMs = 50;
const patienceMs = 120_000;

export async function openPast(options: PastOptions): Promise<DemoPast> {
  const { dataDir, beginsAt, log, programme, people } = options;
  const clock = new PastClock(beginsAt);
  const environment = {
    PORT: '0',
    DATA_DIR: dataDir,
    TENANT_ID: programme.tenantId,
    SOUNDINGS_LOCAL_TIME_SCALE: timeScale,
  };
  const { context, close } = await openBot(parseConfig(environment), { clock, log, isDraft: true });
  return {
    context,
    clock,
    programme,
    people,
    personIdOf: ({ aadObjectId }) => context.keys.personIdOf(programme.tenantId, aadObjectId),
    settle: () => settle(context),
    close,
  };
}

async function settle({ store, clock }: AppContext): Promise<void> {
  const startedMs = clock.monotonicMs();
  while (clock.monotonicMs() - startedMs < patienceMs) {
    const due = await Promise.all(lanes.map((lane) => store.due(lane, clock.now(), 1)));
    if (due.every((documents) => documents.length === 0)) return;
    await clock.sleep(lookEveryMs);
  }
  throw new Error('the demo’s past does not come to rest');
}
