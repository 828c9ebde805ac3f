/** Corrects the wording of an open wave: a typo is put right for everybody, and the question stays the question it was. */

import { type Instant, plusMs } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { isSmallChange } from '../text/is-small-change';
import type { Question } from './question';
import type { Wave } from './wave';
import type { NewWording, WaveCorrection, WordedPart } from './wave-correction';

export type CorrectionOutcome =
  | { readonly outcome: 'corrected'; readonly next: Wave }
  /** It has this wording: also when it was corrected so before. */
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome:
        | 'notOpen'
        /** Its words are the design review's. */
        | 'ofReview'
        | 'noSuchPart'
        | 'blank'
        | 'tooLong'
        | 'tooDifferent'
        /** Two choices would read the same. */
        | 'alike'
        | 'tooMany'
        /** It was corrected since its reader saw it. */
        | 'outOfDate';
    };

/** In characters; what a programme file may hold, and room for the number in a wave's title. */
export const longestWording = { title: 140, question: 300, choice: 100 } as const;
/** Each is kept with the wave. */
export const mostCorrections = 60;
/** The intent by which cards that people have are brought up to date. */
export const correctCardsKind = 'correct-cards';
/** By then nobody takes the wave for what it was: it is remembered for a second. */
const seenAfterMs = 2_000;

/** Ids, kinds, the number and order of questions and choices never change. Every wording changes a little or none does:
 * a trend joins waves by the question's id, so what reads like another question is refused.
 * @param words all of them masked. @param seen how many corrections their writer saw; undefined when they saw none. */
export function correctWave(
  wave: Wave,
  words: readonly NewWording[],
  by: { readonly correctedBy: WaveCorrection['correctedBy']; readonly now: Instant; readonly seen?: number },
): CorrectionOutcome {
  const earlier = wave.corrections ?? [];
  if (wave.status !== 'open') return { outcome: 'notOpen' };
  if (wave.reviewId !== undefined) return { outcome: 'ofReview' };
  const changes: WaveCorrection[] = [];
  for (const { text, ...part } of words) {
    const before = wordingOf(wave, part);
    const after = text.trim().replace(/\s+/g, ' ');
    if (before === undefined) return { outcome: 'noSuchPart' };
    if (after === before) continue;
    if (after === '') return { outcome: 'blank' };
    if (after.length > longestWording[part.part]) return { outcome: 'tooLong' };
    if (!isSmallChange(before, after)) return { outcome: 'tooDifferent' };
    changes.push({ ...part, before, after, correctedBy: by.correctedBy, correctedAt: by.now });
  }
  if (changes.length === 0) return { outcome: 'unchanged' };
  if (by.seen !== undefined && by.seen !== earlier.length) return { outcome: 'outOfDate' };
  if (earlier.length + changes.length > mostCorrections) return { outcome: 'tooMany' };
  const reworded = changes.reduce(reword, wave);
  if (reworded.questions.some(hasAlikeChoices)) return { outcome: 'alike' };
  return { outcome: 'corrected', next: withCards(reworded, [...earlier, ...changes], by.now) };
}

/** Undefined for what the wave does not have. */
export function wordingOf(
  { title, questions }: Pick<Wave, 'title' | 'questions'>,
  part: WordedPart,
): string | undefined {
  if (part.part === 'title') return title;
  const question = questions.find(({ id }) => id === part.questionId);
  if (part.part === 'question' || !question) return question?.text;
  if (question.kind !== 'choice') return undefined;
  return question.choices.find(({ id }) => id === part.choiceId)?.text;
}

/** The same questions with this wording in its place, where they have it as it was before. */
export function rewordQuestions(questions: readonly Question[], change: WaveCorrection): readonly Question[] {
  return questions.map((question) => {
    if (change.part === 'title' || question.id !== change.questionId) return question;
    if (change.part === 'question') {
      return question.text === change.before ? { ...question, text: change.after } : question;
    }
    if (question.kind !== 'choice') return question;
    const choices = question.choices.map((choice) =>
      choice.id === change.choiceId && choice.text === change.before
        ? { ...choice, text: change.after }
        : choice,
    );
    return { ...question, choices };
  });
}

function reword(wave: Wave, change: WaveCorrection): Wave {
  const questions = rewordQuestions(wave.questions, change);
  return { ...wave, questions, ...(change.part === 'title' ? { title: change.after } : {}) };
}

function hasAlikeChoices(question: Question): boolean {
  if (question.kind !== 'choice') return false;
  return new Set(question.choices.map(({ text }) => text)).size < question.choices.length;
}

function withCards(wave: Wave, corrections: readonly WaveCorrection[], now: Instant): Wave {
  const intent = {
    id: correctCardsKind,
    kind: correctCardsKind,
    lane: 'normal' as const,
    dueAt: plusMs(now, seenAfterMs),
    data: { corrections: corrections.length },
  };
  return planIntents({ ...wave, corrections }, [intent], [correctCardsKind]);
}
