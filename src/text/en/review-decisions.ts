/** The words of what came of a design review: its outcome, the vote behind it, and what was decided. */

import type { ReviewDecision, ReviewOutcomeKind, WorksAnswer } from '../../domain/review/review';
import type { Format } from '../format';

const outcomes: Record<ReviewOutcomeKind, string> = {
  agreed: 'agreed',
  agreedWithChanges: 'agreed, with changes',
  contested: 'contested',
  notRepresentative: 'not representative',
};

const works: Record<WorksAnswer | 'notMyArea', string> = {
  works: 'works',
  worksWithChanges: 'works with changes',
  doesNotWork: 'does not work here',
  notMyArea: 'not my area',
};

export const reviewDecisionsText = (format: Format) => ({
  changesAsked: 'Say what becomes of the changes that people asked for.',
  reviewWasDecided: (title: string) => `The design review “${title}” was decided on its own card.`,
  workaroundQuestion: (workflow: string) => `I work around it: ${workflow}.`,
  workedAround: (groupName: string) => `People work around it: ${groupName}`,
  worksQuestion: 'Does what you chose work where you work?',
  outcomes,
  works,
  decided: (kind: ReviewDecision['kind'], option: string | undefined, isAgainstTheVote: boolean) => {
    const made = {
      approve: option ? `Decided: ${option}` : 'Decided',
      reject: 'Rejected: none of the options',
      defer: 'Deferred',
    }[kind];
    return isAgainstTheVote ? `${made}, against the vote` : made;
  },
  outcome: (kind: ReviewOutcomeKind) => `Outcome: ${outcomes[kind]}.`,
  differ: (groups: readonly string[]) => `Groups that differ: ${groups.join('; ')}.`,
  notHeard: (groups: readonly string[]) => `Groups not heard: ${groups.join('; ')}.`,
  openUnsafe: (count: number) =>
    `${format.plural(count, '“unsafe” was', '“unsafe” were')} open with the clinical safety officer.`,
  favouring: (option: string) => `The share is of votes for “${option}”.`,
  ballot: (
    name: string,
    group: string,
    option: string | undefined,
    answer: WorksAnswer | 'notMyArea' | undefined,
  ) =>
    [
      `${name}, for ${group}`,
      [option, answer && works[answer]].filter((one) => one !== undefined).join(', '),
    ].join(': '),
});
