/** Waits until a running bot has nothing left to do now: what changes afterwards, somebody changed. */

import { listRecords } from '../../src/app/records';
import { plusMs } from '../../src/domain/instant';
import type { RunningBot } from './running-bot';

/** What is due within a minute counts as to be done now; reminders and deadlines may still be waiting. */
export async function untilQuiet({ bot, programme, until }: RunningBot): Promise<void> {
  const { store, clock } = bot.context;
  await until(async () => {
    const soon = plusMs(clock.now(), 60_000);
    for (const type of ['wave', 'escalation', 'campaign', 'issue', 'desk'] as const) {
      for await (const { document } of listRecords(store, type, programme.id)) {
        if (document.intents.some(({ dueAt }) => dueAt <= soon)) return undefined;
      }
    }
    return true;
  });
}
