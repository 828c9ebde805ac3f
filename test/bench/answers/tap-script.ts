/** What one person does in a benchmark: every kind of question, and every other view that a tap can lead to. */

import { cardVersion, verbNames } from '../../../src/cards/verb-names';

export interface ScriptedTap {
  readonly name: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Teams asks by itself. */
  readonly isAutomatic?: boolean;
  /** True for a tap whose answer is recorded. */
  readonly isRecorded: boolean;
  /** Words of the reply by which it is known to be the right one. */
  readonly says: string;
}

/** In this order; each tap builds on the one before it. */
export function tapScript(programmeId: string, waveId: string, personNumber: number): readonly ScriptedTap[] {
  const subject = { cardVersion, programmeId, waveId };
  const answer = (name: string, questionId: string, revision: number, value: object, says: string) => ({
    name,
    verb: verbNames.pulseAnswer,
    data: { ...subject, questionId, revision, ...value },
    isRecorded: true,
    says,
  });
  const point = `point:${(personNumber % 5) + 1}`;
  const words = `Two laptops for a bay of twelve, and the log-in takes ${personNumber} minutes.`;
  return [
    answer('agreement card', 'confidence', 0, { answer: point }, 'Question 2 of 5'),
    answer('scale card', 'training', 1, { answer: point }, 'Question 3 of 5'),
    answer('choice card', 'support', 2, { number: String(personNumber % 11) }, 'Question 4 of 5'),
    answer('text card', 'barrier', 3, { choice: 'login' }, 'Question 5 of 5'),
    answer('recorded', 'words', 4, { text: words }, 'Recorded. Thank you.'),
    {
      name: 'comment',
      verb: verbNames.pulseComment,
      data: { ...subject, comment: words },
      isRecorded: false,
      says: 'Your comment is saved.',
    },
    {
      ...answer('out of date', 'training', 0, { answer: point }, 'it changed nothing'),
      isRecorded: false,
    },
    {
      name: 'change card',
      verb: verbNames.pulseChange,
      data: subject,
      isRecorded: false,
      says: 'Question 1 of 5',
    },
    answer('changed', 'confidence', 5, { answer: 'point:3' }, 'Your change is saved.'),
    {
      name: 'refresh',
      verb: verbNames.cardRefresh,
      data: { cardVersion, programmeId, card: 'pulse', subjectId: waveId },
      isAutomatic: true,
      isRecorded: false,
      says: 'Recorded. Thank you.',
    },
  ];
}

/** What one person does on a ballot: the choice, whether it works, and both again. */
export function ballotScript(
  programmeId: string,
  waveId: string,
  reviewId: string,
  personNumber: number,
): readonly ScriptedTap[] {
  const subject = { cardVersion, programmeId, reviewId, waveId, round: 1, list: 'no' };
  const option = ['one', 'two'][personNumber % 2];
  const vote = (name: string, revision: number, says: string) => ({
    ...{ name, verb: verbNames.ballotVote, isRecorded: true, says },
    data: { ...subject, revision, option },
  });
  const works = (name: string, revision: number, says: string) => ({
    ...{ name, verb: verbNames.ballotWorks, isRecorded: true, says },
    data: { ...subject, revision, works: 'worksWithChanges' },
  });
  return [
    vote('works card', 0, 'Does not work here'),
    works('recorded', 1, 'Recorded. Thank you.'),
    vote('changed', 2, 'Your change is saved.'),
    works('changed and recorded', 3, 'Your change is saved.'),
  ];
}

/** The same tap has the same key for everybody, so that a bare bot knows which card to send. */
export function tapKey(verb: string, data: Readonly<Record<string, unknown>>): string {
  return `${verb} ${String(data.questionId)} ${String(data.revision)}`;
}
