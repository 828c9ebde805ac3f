/** Sends what a person in the chat is waiting for, by the rules for sending, for as long as they would wait. */

import type { Clock } from '../app/ports/clock';
import type { Message, SendOutcome } from '../app/ports/messenger';
import type { ConversationTarget, TeamsMessenger } from './teams-messenger';

const patienceMs = 10_000;
const firstPauseMs = 250;

export type ReplyOutcome = SendOutcome<{ readonly activityId: string }>;

/** Waits as long as Teams says, else exponentially with jitter; an ambiguous reply is tried once more, no oftener.
 * Gives up, with the last outcome, when the next try would begin more than ten seconds after the first. */
export async function sendReply(
  messenger: Pick<TeamsMessenger, 'postTo'>,
  clock: Clock,
  target: ConversationTarget,
  message: Message,
): Promise<ReplyOutcome> {
  const startedMs = clock.monotonicMs();
  let ambiguous = 0;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await messenger.postTo(target, message);
    if (outcome.outcome === 'ambiguous') ambiguous += 1;
    const pauseMs = pauseAfter(outcome, attempt, ambiguous);
    if (pauseMs === undefined) return outcome;
    if (clock.monotonicMs() - startedMs + pauseMs > patienceMs) return outcome;
    await clock.sleep(pauseMs);
  }
}

/** Undefined when there is nothing more to try. */
function pauseAfter(outcome: ReplyOutcome, attempt: number, ambiguous: number): number | undefined {
  const pauseMs = firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
  switch (outcome.outcome) {
    case 'throttled':
      return outcome.retryAfterMs ?? pauseMs;
    case 'retry':
      return pauseMs;
    case 'ambiguous':
      return ambiguous < 2 ? pauseMs : undefined;
    default:
      return undefined;
  }
}

/** A code for the log: nothing in it is about the person. */
export function reasonOf(outcome: ReplyOutcome): string {
  if ('reason' in outcome) return outcome.reason;
  return 'status' in outcome ? String(outcome.status) : outcome.outcome;
}
