/** The executive asks the lead for more before deciding. The clock goes on. */

import type { PersonId } from '../ids';
import type { Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { acknowledgeEscalation } from './acknowledge-escalation';
import { askedToDecide, renewCards } from './ask-executive';
import type { Escalation, MoreAsked } from './escalation';

/** So that the document and the card stay readable. */
const mostQuestions = 20;

interface Said {
  readonly words: string;
  readonly by: { readonly personId: PersonId; readonly name: string };
  readonly now: Instant;
}

export type AskMoreOutcome =
  | { readonly outcome: 'asked'; readonly next: Escalation }
  /** The same question waits for its answer, such as when a tap is delivered twice. */
  | { readonly outcome: 'alreadyAsked' }
  | { readonly outcome: 'alreadyDecided' | 'notYetForwarded' | 'askedOfSomeoneElse' | 'tooManyQuestions' }
  | { readonly outcome: 'incomplete'; readonly missing: 'words' };

export function askForMore(escalation: Escalation, { words, by, now }: Said): AskMoreOutcome {
  const { status, moreAsked = [] } = escalation;
  if (status === 'decided' || status === 'deferred') return { outcome: 'alreadyDecided' };
  if (status === 'withLead') return { outcome: 'notYetForwarded' };
  if (!askedToDecide(escalation, by.personId)) return { outcome: 'askedOfSomeoneElse' };
  const asked = words.trim();
  if (!asked) return { outcome: 'incomplete', missing: 'words' };
  if (moreAsked.some((one) => !one.answer && one.words === asked && one.askedBy === by.personId)) {
    return { outcome: 'alreadyAsked' };
  }
  if (moreAsked.length >= mostQuestions) return { outcome: 'tooManyQuestions' };
  const number = moreAsked.length + 1;
  const more: MoreAsked = {
    number,
    words: asked,
    askedBy: by.personId,
    askedByName: by.name,
    askedAt: now,
  };
  // Whoever asks has looked.
  const looked = acknowledgeEscalation(escalation, by.personId, now);
  const acknowledged = looked.outcome === 'acknowledged' ? looked.next : escalation;
  const next = { ...acknowledged, moreAsked: [...moreAsked, more] };
  return {
    outcome: 'asked',
    next: planIntents(next, [
      {
        id: `start-campaign:escalation-more:${number}`,
        kind: 'start-campaign',
        lane: 'urgent',
        dueAt: now,
        data: { purpose: 'escalation-more', number },
      },
      renewCards(next, now),
    ]),
  };
}

export type AnswerMoreOutcome =
  | { readonly outcome: 'answered'; readonly next: Escalation }
  | { readonly outcome: 'noSuchQuestion' | 'alreadyAnswered' | 'alreadyDecided' }
  | { readonly outcome: 'incomplete'; readonly missing: 'words' };

/** The first answer stands. */
export function answerMore(
  escalation: Escalation,
  { number, words, by, now }: Said & { readonly number: number },
): AnswerMoreOutcome {
  const { status, moreAsked = [] } = escalation;
  const question = moreAsked.find((one) => one.number === number);
  if (!question) return { outcome: 'noSuchQuestion' };
  if (question.answer) return { outcome: 'alreadyAnswered' };
  if (status === 'decided') return { outcome: 'alreadyDecided' };
  const said = words.trim();
  if (!said) return { outcome: 'incomplete', missing: 'words' };
  const answer = { words: said, by: by.personId, byName: by.name, answeredAt: now };
  const next = {
    ...escalation,
    moreAsked: moreAsked.map((one) => (one === question ? { ...one, answer } : one)),
  };
  return { outcome: 'answered', next: planIntents(next, [renewCards(next, now)]) };
}
