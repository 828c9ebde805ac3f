/** Waits until a running bot has nothing left to do now: what changes afterwards, somebody changed. */

import { plusMs } from '../../src/domain/instant';
import type { RunningBot } from './running-bot';

/** What is due within a minute counts as to be done now; reminders and deadlines may still be waiting. */
export async function untilQuiet({ bot, until }: RunningBot): Promise<void> {
  const { store, clock } = bot.context;
  await until(async () => {
    const soon = plusMs(clock.now(), 60_000);
    // Of what passes from one lane to the other meanwhile, one look at each would see nothing.
    for (const lane of ['urgent', 'normal', 'urgent'] as const) {
      const [due] = await store.due(lane, soon, 1);
      if (due) return undefined;
    }
    return true;
  });
}
