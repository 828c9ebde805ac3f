/** A person presses a button of a card that they can see, as they would: now or late, once or as often as Teams repeats it. */

import type { AppContext } from '../../../src/app/context';
import type { Card } from '../../../src/app/ports/messenger';
import { type Instant, plusDays } from '../../../src/domain/instant';
import { answerExecute } from '../../../src/teams/answer-execute';
import { chat } from '../../../src/teams/chat/registry';
import { noticeCards } from '../../../src/teams/notice-cards';
import { verbs } from '../../../src/teams/verbs/registry';
import { executeInvoke } from '../../support/execute-invoke';
import { actionToSend, pressableActions } from '../../support/loopback-teams/card-press';
import type { OfferedAction } from '../../support/loopback-teams/card-walk';
import { tenantId } from '../../support/samples';

export interface Press {
  readonly aadObjectId: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Buttons that have to do with an escalation or lead to one. */
export function buttonsOf(card: Card): readonly OfferedAction[] {
  return pressableActions(card).filter(({ action }) =>
    /^(escalation|decision|desk)-/.test(String(action.verb)),
  );
}

/** The button with everything filled in; typed text says which press it was. */
export function pressOf(
  aadObjectId: string,
  { action, inputs }: OfferedAction,
  typed: { readonly words: string; readonly random: () => number; readonly now: Instant },
): Press {
  const values = Object.fromEntries(inputs.map((input) => [String(input.id), valueFor(input, typed)]));
  const { verb = '', data } = actionToSend(action, values);
  return { aadObjectId, verb, data };
}

function valueFor(
  { type, choices }: Readonly<Record<string, unknown>>,
  { words, random, now }: { readonly words: string; readonly random: () => number; readonly now: Instant },
): string {
  if (type === 'Input.Date') return plusDays(now, 2 + Math.floor(random() * 5)).slice(0, 10);
  if (Array.isArray(choices)) {
    const chosen = choices[Math.floor(random() * choices.length)] as { readonly value?: unknown } | undefined;
    return String(chosen?.value ?? '');
  }
  return type === 'Input.Text' ? words : '';
}

/** The card that answers. It never comes where the instance dies meanwhile. */
export async function send(context: AppContext, press: Press): Promise<Card> {
  const source = { serviceUrl: 'https://teams.invalid/', appId: 'bot', tenantId };
  const activity = executeInvoke(source, press.aadObjectId, press);
  const parts = {
    edge: { app: context, isLocal: true },
    verbs,
    chat,
    notices: noticeCards({ isSynthetic: true, timeZone: 'Europe/London' }),
    messenger: { postTo: async () => ({ outcome: 'accepted' as const, activityId: 'none' }) },
    tenantId,
  };
  const { message } = await answerExecute(parts, { ...activity, channelId: 'msteams' } as never, 'press');
  return message.card;
}

/** What the card says, without what stands in its inputs. */
export function textsOf(card: unknown): readonly string[] {
  if (Array.isArray(card)) return card.flatMap(textsOf);
  if (!card || typeof card !== 'object') return [];
  const { type, text, ...rest } = card as Readonly<Record<string, unknown>>;
  if (typeof type === 'string' && type.startsWith('Input.')) return [];
  return [...(typeof text === 'string' ? [text] : []), ...Object.values(rest).flatMap(textsOf)];
}

const asking = [
  'escalation-decide',
  'escalation-forward',
  'escalation-answer-more',
  'escalation-advise',
  'desk-open',
];

/** Whether the card asks for something about this escalation. */
export function asksAbout(card: Card, escalationId: string): boolean {
  return buttonsOf(card).some(
    ({ action }) =>
      asking.includes(String(action.verb)) && JSON.stringify(action.data).includes(`"${escalationId}"`),
  );
}
