/** The words of a design review once people are asked: where it stands, its decision, and the list of all of them. */

import type { Day, Instant } from '../../domain/instant';
import type { ReviewDecision, ReviewStatus } from '../../domain/review/review';
import type { Format } from '../format';

const statuses: Record<ReviewStatus, string> = {
  draft: 'Draft',
  open: 'Open to votes',
  closed: 'Waits for its decision',
  decided: 'Decided',
  toBeConfirmed: 'To be confirmed',
};

const notices = {
  opened: 'It is open: people are asked from now on.',
  closing: 'It closes now. The result follows in a minute.',
  alreadyClosed: 'It is closed already.',
  outOfDate: 'This review was changed meanwhile. Nothing was changed now: please look at it again.',
  notConfirmed: 'We could not confirm this. What you typed is still here: please tap again.',
  rationale: 'Please say why. Nothing was decided yet.',
  option: 'Please choose the option. Nothing was decided yet.',
  againstTheVote:
    'This goes against what the people affected said. It is shown so in the log and to everybody who voted. Tap again to decide it nevertheless.',
  decided: 'It is decided. Everybody who was asked is told.',
  deferred: 'It is deferred: it comes back to you.',
  alreadyDecided: 'It was decided already. Nothing was changed.',
  askedOfSomeoneElse: 'It is for somebody else to decide. Nothing was changed.',
  notToBeDecided: 'It is not to be decided now. Nothing was changed.',
  reply: 'Please say what became of it. Nothing was saved yet.',
  actionDone:
    'It is said to be done. Everybody who was asked hears it with the decision, or now if that was made.',
  actionAlreadyDone: 'It was said to be done before. Nothing was changed now.',
};
export type ReviewNotice = keyof typeof notices;

const listNotices = {
  discarded: 'The draft is thrown away. Nobody was asked.',
  gone: 'That draft is not there any more: it was thrown away.',
};
export type ReviewListNotice = keyof typeof listNotices;

export const reviewsText = (format: Format) => ({
  summary: (programme: string) => `${programme}: design reviews`,
  oneSummary: 'A design review, as it stands',
  decisionSummary: 'A design review to decide',
  statuses,
  notices,
  listNotices,
  listTitle: 'Design reviews',
  staleTitle: 'Decisions to be confirmed',
  none: 'No design review yet.',
  nonePrompt: 'Type “new review” to set one up.',
  noStale: 'No decision is to be confirmed.',
  open: 'Open',
  showMore: 'Show more',
  showFirst: 'Show the first ones',
  startNew: 'New review',
  openUntil: (closesAt: Instant) => `Votes until ${format.day(closesAt)}, ${format.time(closesAt)}.`,
  daysLeft: (days: number) =>
    days < 1 ? 'It closes today.' : `${format.plural(days, 'day is', 'days are')} left.`,
  response: (percent: number) => `About ${percent} in 100 of all who were asked have voted.`,
  noResponse: 'How many have voted is not shown before it closes.',
  dissentTitle: 'Who saw it differently',
  dissent: (group: string, prefersAnother: boolean, doesNotWork: boolean) =>
    `${group}: ${[
      ...(prefersAnother ? ['would rather have another option'] : []),
      ...(doesNotWork ? ['it does not work there'] : []),
    ].join('; ')}.`,
  unsafeNow: (count: number) =>
    count === 0
      ? 'Nothing is open as “unsafe”.'
      : `${format.plural(count, '“unsafe” is', '“unsafe” are')} open with the clinical safety officer.`,
  asked: 'What is asked',
  outcome: 'What came of it',
  decision: 'What was decided',
  decideBy: (deadline: Instant) => `To be decided by ${format.day(deadline)}, ${format.time(deadline)}.`,
  waitsFor: (role: string) => `It waits for the ${role}.`,
  by: (name: string, role: string, at: Instant) => `${name}, ${role}, ${format.dayAndYear(at)}.`,
  logged: (seq: number, head: string) => `In the decision log: entry ${seq}, head ${head}.`,
  notLogged: 'It is being entered in the decision log.',
  reviewAgain: (on: Day) => `Looked at again on ${format.dayInShort(`${on}T12:00:00.000Z` as Instant)}.`,
  action: (what: string, author: string, dueOn: Day, doneOn: Day | undefined) =>
    `${author}: ${what}, ${doneOn ? 'done' : `by ${format.dayInShort(`${dueOn}T12:00:00.000Z` as Instant)}`}.`,
  actions: 'To be done',
  actionDone: (author: string) => `Say it is done: ${author}`,
  actionReply: 'What became of it? Everybody who was asked reads this.',
  actionReplyRequired: 'Please say what became of it.',
  actionSend: 'It is done',
  typedNow: 'What you typed',
  comments: 'Comments',
  againstTheVote: 'against the vote',
  closeNow: 'Close it now',
  askAgain: 'See it and ask again',
  setUp: 'Go on setting it up',
  decisionTitle: (title: string) => `Decide: ${title}`,
  chooseOption: 'Which option, where you approve?',
  rationale: 'Why? Everybody who voted reads this.',
  leading: (title: string) => `Leading: ${title}.`,
  approve: 'Approve the option',
  reject: 'Reject all',
  defer: 'Not now',
  confirm: (title: string) => `${title}, against the vote`,
  decided: (kind: ReviewDecision['kind'], option: string | undefined) =>
    ({
      approve: option ? `Decided: ${option}` : 'Decided',
      reject: 'Rejected: none of the options',
      defer: 'Deferred',
    })[kind],
});
