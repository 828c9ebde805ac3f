/** The words around a decision: what it is about, what was advised and asked, what it replaces, and the log of them all. */

import type { DecisionKind, EscalationFact } from '../../domain/escalation/escalation';
import type { Day, Instant } from '../../domain/instant';
import type { IssueEffect, SupportLevel } from '../../domain/issue/issue';
import type { Format } from '../format';

const effects: Record<IssueEffect, string> = {
  slowsMeDown: 'It slows staff down.',
  workAround: 'Staff work around it.',
  careCouldSuffer: 'Care could suffer.',
};

const support: Record<SupportLevel, string> = {
  none: 'Nobody else has added their voice so far.',
  aFewOthers: 'A few others say the same.',
  moreThanTen: 'More than 10 others say the same.',
};

export const decisionsText = (format: Format) => {
  const onDay = (day: Day) => format.dayAndYear(`${day}T12:00:00.000Z` as Instant);
  return {
    effects,
    support,
    raisedAt: (siteGroup: string, on: Day) => `Raised at ${siteGroup} on ${onDay(on)}.`,
    about: (category: string) => `About: ${category}.`,
    isHazard: 'The clinical safety officer has it as a hazard.',
    backlog: ({ issues, olderThanWorkingDays }: Extract<EscalationFact, { readonly kind: 'backlog' }>) =>
      `${format.plural(issues, 'issue', 'issues')} older than ${format.plural(olderThanWorkingDays, 'working day', 'working days')} with nobody dealing with them`,
    ofCategory: (category: string, issues: number) => `${category}: ${format.count(issues)}`,
    gate: (name: string) => `Gate: ${name}`,
    gateDecidesOn: (on: Day) => `To be decided on ${onDay(on)}.`,
    gateUnmet: (what: string) => `Not met: ${what}`,
    review: (title: string) => `Design review: ${title}`,
    reviewOutcome: (outcome: string) => `Outcome: ${outcome}.`,
    reviewGroups: (groups: readonly string[]) => `Groups: ${groups.join('; ')}.`,

    preparation: {
      issue: 'An issue needs a decision',
      backlog: 'Issues have waited too long',
      gate: 'A gate was not decided in time',
      review: 'A design review needs a decision',
    } satisfies Record<EscalationFact['kind'], string>,
    preparationSummary: (programme: string) => `${programme}: a decision needs a question from you`,

    step: (step: number, of: number) => `Step ${format.count(step)} of ${format.count(of)}.`,
    stepAgain: 'Every step was silent, so everybody is asked once more.',
    nextStep: (who: string) => `If nobody decides by then, the next step is asked as well: ${who}.`,
    acknowledgeBy: (by: Instant) =>
      `If nobody has looked at it by ${format.time(by)} on ${format.day(by)}, the next step is asked as well.`,
    acknowledged: (name: string, at: Instant) => `Seen by ${name} on ${format.day(at)}.`,
    acknowledge: 'I have seen this',
    copiedTo: (names: readonly string[]) => `Copied to ${format.list(names)}, who may advise.`,

    waiting: 'Waiting',
    meansTitle: 'What each choice means',
    adviceTitle: 'Advice',
    adviceBy: (name: string, role: string, on: Instant) => `${name}, ${role}, on ${format.day(on)}:`,
    earlierAdvice: (count: number) =>
      `${format.plural(count, 'earlier piece of advice is', 'earlier pieces of advice are')} shortened here.`,
    moreTitle: 'Asked for more',
    moreBy: (name: string, on: Instant) => `${name} asked on ${format.day(on)}:`,
    moreAnsweredBy: (name: string, on: Instant) => `${name} answered on ${format.day(on)}:`,
    moreWaits: 'Not answered yet. The deadline stays as it is.',
    askMore: 'Ask for more',
    askMoreLabel: 'What do you need to know? The lead is asked',
    askMoreHint: 'The answer appears on this card. The deadline stays as it is.',
    askMoreRequired: 'Please write your question.',
    askMoreConfirm: 'Ask the lead',
    reviewOnLabel: 'Look at this decision again on (optional)',

    replacesTitle: 'Deciding again',
    replaces: (what: string, by: string) => `This takes the place of: ${what}. ${by}`,
    replacesNote: 'The earlier decision stays in the log. Everybody who was told of it is told of this one.',
    replacedBefore: (what: string, on: Instant) =>
      `This replaces the decision of ${format.dayAndYear(on)}: ${what}.`,
    reviewDue: 'This is the day to look at this decision again.',
    reviewOn: (on: Day) => `It is looked at again on ${onDay(on)}.`,

    moreSummary: (programme: string) => `${programme}: an executive asks you for more before deciding`,
    moreCardTitle: (name: string) => `${name} needs to know more`,
    moreCardIntro: (decideBy: Instant) =>
      `Your answer appears on the decision card. The deadline stays ${format.time(decideBy)} on ${format.day(decideBy)}.`,
    moreAnswerLabel: 'Your answer',
    moreAnswerRequired: 'Please write your answer.',
    moreAnswer: 'Send the answer',
    moreAllAnswered: 'Everything that was asked is answered.',

    copySummary: (programme: string) => `${programme}: a decision you may advise on`,
    copyTitle: 'For your advice',
    copyIntro: (names: readonly string[], decideBy: Instant) =>
      `With ${format.list(names)}, to be decided by ${format.time(decideBy)} on ${format.day(decideBy)}. You have a copy because you answer for this, and may advise.`,
    adviseLabel: 'Your advice to whoever decides',
    adviseRequired: 'Please write your advice.',
    advise: 'Give advice',
    adviseNote: 'Your advice and your name go on the decision card, and stay on record.',

    notices: {
      words: 'Please write something first. Nothing was sent yet.',
      answered: 'This was answered already. Nothing was sent.',
      advised: 'Your advice is on the decision card.',
      tooMuchAdvice: 'There is no room for more advice. Nothing was sent.',
      answerSent: 'Your answer is on the decision card.',
      notConfirmed: 'We could not confirm this: tap again.',
    },

    youSaid: {
      approve: 'You said, we did:',
      reject: 'You said, we can’t, because:',
      defer: 'You said, we can’t yet, because:',
    } satisfies Record<DecisionKind, string>,
    whatWasDecided: 'What was decided',
    toldIssues: (titles: readonly string[]) => `Issues: ${titles.join('; ')}.`,
    toldRaisersNote: 'Those who raised it hear the answer as well.',
    toldReplacesTitle: 'What it replaces',

    listSummary: (programme: string) => `${programme}: the decision log`,
    listTitle: 'Decisions',
    listNone: 'Nothing has been decided yet.',
    listNonePrompt:
      'Every decision on an escalation, a gate or a design review gets an entry here, with who, when and why.',
    listGuide: (shown: number, all: number) =>
      shown < all
        ? `The latest ${format.count(shown)} of ${format.count(all)}, newest first.`
        : 'Newest first.',
    listWhat: (question: string, what: string) => `${question} — ${what}`,
    listReview: (on: Instant) => `To be looked at again on ${format.dayAndYear(on)}.`,
    listReviewPassed: (on: Instant) =>
      `Was to be looked at again on ${format.dayAndYear(on)}. That day has passed.`,
    listReplaced: (seq: number) => `Replaced by entry ${format.count(seq)}.`,
    listReplaces: (seq: number) => `Takes the place of entry ${format.count(seq)}.`,
    listEntry: (seq: number, head: string) => `Entry ${format.count(seq)}, head ${head}`,
    listNobody: (pseudonym: string) => `Person ${pseudonym}`,
    decideAgain: 'Decide again',
    showGate: 'Show the gate',
    older: 'Older ones',
    newest: 'The newest',
  };
};
