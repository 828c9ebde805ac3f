/** The words of an escalation, from the lead's preparation to the decision and to those who are told. */

import type { DecisionKind, EscalationCase } from '../../domain/escalation/escalation';
import type { Trouble } from '../../domain/escalation/trouble-of';
import type { Instant } from '../../domain/instant';
import type { Interval } from '../../domain/score/wilson';
import type { Format } from '../format';

const standardOptions: EscalationCase['options'] = [
  {
    id: 'option1',
    title: 'More training',
    consequence: 'Staff need time away from their work, and rotas need cover.',
  },
  {
    id: 'option2',
    title: 'More floor support',
    consequence: 'Extra people on the floor while the change beds in, at a weekly cost.',
  },
  {
    id: 'option3',
    title: 'Delay these groups',
    consequence: 'They start later. Old and new ways of working run side by side until then.',
  },
  {
    id: 'option4',
    title: 'Accept it, with a reason',
    consequence: 'The plan stays as it is. The reason goes on record.',
  },
];

const troubles: Record<Trouble, string> = {
  low: 'low',
  falling: 'falling',
  lowOrFalling: 'low or falling',
};

export const escalationsText = (format: Format) => ({
  standardCase: (
    groupNames: readonly string[],
    trouble: Trouble = 'low',
  ): Pick<EscalationCase, 'question' | 'options'> => ({
    question:
      groupNames.length === 1
        ? `What should we do about ${troubles[trouble]} confidence in ${groupNames[0]}?`
        : groupNames.length <= 3
          ? `What should we do about ${troubles[trouble]} confidence in these groups: ${groupNames.join('; ')}?`
          : `What should we do about ${troubles[trouble]} confidence in these ${format.count(groupNames.length)} groups?`,
    options: standardOptions,
  }),

  evidenceTitle: 'Evidence',
  /** “38 in 100 are confident (likely between 30 and 47 in 100)”. Rounding must not make a range seem to reach the
   * floor it is below. */
  evidence: (share: string, { lower, upper }: Interval, floor: number) => {
    const seemsToReach = upper < floor && format.inHundred(upper) === format.inHundred(floor);
    return `${share} (likely between ${format.inHundred(lower)} and ${seemsToReach ? 'just under ' : ''}${format.inHundred(upper)} in 100)`;
  },
  belowSince: (answers: string, floor: number, since: Instant) =>
    `${answers}. Below the floor of ${format.inHundred(floor)} since ${format.date(since)}.`,
  /** Of a group that is not below the floor. */
  notBelow: (answers: string, floor: number) =>
    `${answers}. Not clearly below the floor of ${format.inHundred(floor)}.`,
  moreGroups: (count: number) => `Show ${format.plural(count, 'more group', 'more groups')}`,
  chanceOnly: 'The ranges cover chance, not those who chose not to answer.',

  preparationSummary: (programme: string, trouble: Trouble) =>
    `${programme}: confidence is ${troubles[trouble]}, and needs a question from you`,
  preparationTitle: (groups: number, trouble: Trouble) =>
    `Confidence is ${trouble === 'low' ? 'below the floor' : troubles[trouble]} in ${format.plural(groups, 'group', 'groups')}`,
  preparationIntro: (executive: string) =>
    `Send this to ${executive}. Change the question and the options if you wish.`,
  goesUpBy: (leadActsBy: Instant) =>
    `If you do nothing, it goes up by itself at the end of ${format.day(leadActsBy)}.`,
  questionLabel: 'Question to decide',
  standardOptionsTitle: 'Standard options',
  ownOptions: 'Write my own options',
  ownOptionsHint: 'Your own options replace the standard ones. Give at least two, each with its consequence.',
  optionTitleLabel: (number: number) => `Option ${number}`,
  optionConsequenceLabel: (number: number) => `Consequence of option ${number}`,
  numbered: (number: number, title: string) => `Option ${number}: ${title}`,
  recommendedLabel: 'Option you recommend',
  recommendedNone: 'No recommendation',
  optionNumber: (number: number, standardTitle: string | undefined) =>
    standardTitle === undefined ? `Option ${number}` : `Option ${number} (standard: ${standardTitle})`,
  recommendationLabel: 'Your recommendation, and why',
  costOfWaitingLabel: 'What waiting costs',
  send: (executive: string) => `Send to ${executive}`,
  preparationNotices: {
    consequence: 'Each option needs its consequence. Nothing was sent yet.',
    title: 'Each consequence needs its option. Nothing was sent yet.',
    secondOption: 'One option is no choice: please give at least two. Nothing was sent yet.',
    recommendsNothing: 'You recommend an option that is not there. Nothing was sent yet.',
    noExecutive: 'This programme names no executive to decide. Nothing was sent yet.',
    notConfirmed: 'We could not confirm this: tap again.',
  },

  decisionSummary: (programme: string) => `${programme}: a decision is waiting for you`,
  decideBy: (decideBy: Instant) => `Please decide by ${format.time(decideBy)} on ${format.day(decideBy)}.`,
  delegatedBy: (name: string, why: string) => `Passed to you by ${name}: ${why}`,
  preparedBy: (name: string) => `Put to you by ${name}.`,
  preparedByClock: 'It came up by itself, in standard words.',
  recommendationTitle: 'Recommendation',
  recommends: (title: string) => `Recommended: ${title}.`,
  optionsTitle: 'Options',
  optionLabel: 'Option to approve',
  optionPlaceholder: 'Choose an option',
  rationaleLabel: 'Why? This goes on record',
  rationaleRequired: 'Please say why.',
  approve: 'Approve',
  reject: 'Reject',
  rejectMeans: 'Reject means none of these options.',
  defer: 'Defer',
  deferLabel: 'Look at it again on',
  deferRequired: 'Please choose a day.',
  deferConfirm: 'Defer until this day',
  delegate: 'Delegate',
  delegateLabel: 'Who should decide?',
  delegateRequired: 'Please choose a person.',
  delegatePlaceholder: 'Choose a person',
  delegateConfirm: 'Delegate to this person',
  personWithRole: (name: string, role: string) => `${name}, ${role}`,
  decisionNotices: {
    rationale: 'Please say why. Nothing was decided yet.',
    option: 'Please choose the option you approve. Nothing was decided yet.',
    deferUntil: 'Please choose a day after today. Nothing was decided yet.',
    toThemselves: 'You have it already. Please choose someone else.',
    reviewOn: 'Please choose a review day after today, or none. Nothing was decided yet.',
    moreSaid:
      'Advice or an answer came in after this card was made. Please read it, then decide. Nothing was decided yet.',
    moreWords: 'Please write your question. Nothing was asked yet.',
    moreAsked: 'The lead is asked. The deadline stays as it is.',
    tooManyQuestions: 'There is no room for more questions. Nothing was asked.',
    delegateUnknown: 'That person cannot be asked. Please choose someone else.',
    notConfirmed: 'We could not confirm this: tap again.',
  },

  settledSummary: (programme: string) => `${programme}: an escalation has moved on`,
  decidedTitle: (kind: DecisionKind, option: string | undefined, until: Instant | undefined) => {
    if (kind === 'defer') return until ? `Deferred until ${format.dayAndYear(until)}` : 'Deferred';
    if (kind === 'reject') return 'Rejected: none of the options';
    return option ? `Approved: ${option}` : 'Approved';
  },
  decidedBy: (name: string, role: string, at: Instant) => `${name}, ${role}, on ${format.dayAndYear(at)}.`,
  alreadyDecided: (at: Instant) =>
    `This was decided at ${format.time(at)} on ${format.day(at)}, before your tap, which changed nothing.`,
  alreadySentOn: 'This was sent on before your tap, which changed nothing.',
  whyTitle: 'Why',
  questionTitle: 'Question',
  evidenceThenTitle: 'Evidence at the time',
  showEvidence: 'Show evidence and options',
  consequence: (option: string, consequence: string) => `${option}: ${consequence}`,
  logEntry: (seq: number) => `Decision log, entry ${format.count(seq)}, head of the chain:`,
  withTitle: (names: string) => `Now with ${names}`,
  sentOnBy: (name: string, on: Instant) => `Sent by ${name} on ${format.day(on)}.`,
  sentOnByClock: (on: Instant) => `It went up by itself on ${format.day(on)}.`,
  delegated: (name: string, on: Instant) => `Passed on by ${name} on ${format.day(on)}.`,
  handedOver: (on: Instant) => `Not decided in time, so more people were asked on ${format.day(on)}.`,
  toBeDecidedBy: (decideBy: Instant) => `To be decided by ${format.day(decideBy)}.`,

  toldSummary: (programme: string) => `${programme}: what was decided`,
  toldLeadTitle: 'This was decided:',
  toldAboutTitle: 'What it is about',
  toldGroups: (names: readonly string[], others: number, floor: number, trouble: Trouble) => {
    const listed = [...names, ...(others > 0 ? [format.plural(others, 'other group', 'other groups')] : [])];
    if (trouble !== 'low') return `Confidence was ${troubles[trouble]} in: ${listed.join('; ')}.`;
    return `Fewer than ${format.inHundred(floor)} in 100 were confident in: ${listed.join('; ')}.`;
  },
  toldLeadNote: 'Staff in these groups are told as well.',
  toldWhatItMeans: 'What it means',
  toldDeferred: (until: Instant) => `It is looked at again on ${format.dayAndYear(until)}.`,
  toldRejected: 'None of the options was taken up.',
});
