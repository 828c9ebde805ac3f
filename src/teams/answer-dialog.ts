/** Answers what is done in a dialog: opened on a message, or a button pressed in it. */

import { hourOnly } from '../app/ports/log';
import type { Message } from '../app/ports/messenger';
import { actorOf } from './actor-of';
import { answerExecute } from './answer-execute';
import { pressedIn } from './dialog';
import { type EdgeParts, edgeWith, referenceOf } from './edge-parts';
import type { IncomingActivity } from './incoming-activity';
import { objectIn } from './json';
import { messageWords } from './message-words';
import { tookBucket } from './took';

const openName = 'composeExtension/fetchTask';
/** The second where the dialog showed another card meanwhile. */
const pressNames: readonly string[] = ['composeExtension/submitAction', 'task/submit'];

/** The command in the app's manifest. */
export const raiseIssueCommandId = 'raiseIssue';

export function isDialog(activity: { readonly type: string; readonly name?: string | undefined }): boolean {
  const { type, name = '' } = activity;
  return type === 'invoke' && (name === openName || pressNames.includes(name));
}

/** Whatever happens, the answer is a card for the dialog. */
export async function answerDialog(
  parts: EdgeParts,
  activity: IncomingActivity,
  correlationId: string,
): Promise<Message> {
  if (activity.name === openName) return open(parts, activity, correlationId);
  const action = { type: 'Action.Execute', ...pressedIn(activity.value) };
  return (await answerExecute(parts, { ...activity, value: { action } }, correlationId)).message;
}

async function open(parts: EdgeParts, activity: IncomingActivity, correlationId: string): Promise<Message> {
  const { chat, notices, tenantId } = parts;
  const edge = edgeWith(parts.edge, { correlationId, ...hourOnly });
  const { clock, keys, log } = edge.app;
  const startedMs = clock.monotonicMs();
  const asked = actorOf(activity, tenantId, keys);
  const value = objectIn(activity.value);
  const isKnown = value?.commandId === raiseIssueCommandId;
  let failed = false;
  let message = asked.outcome === 'otherTenant' ? notices.wrongTenant() : notices.unreadable();
  try {
    if (asked.outcome === 'known' && isKnown) {
      message = await chat.onMessageAction(edge, asked.actor, messageWords(value.messagePayload));
    }
  } catch (error) {
    failed = true;
    log.error('dialog.failed', error);
    message = notices.failed(referenceOf(correlationId));
  }
  const took = tookBucket(clock.monotonicMs() - startedMs);
  log.info('dialog', { outcome: failed ? 'failed' : asked.outcome, isKnown, took });
  return message;
}
