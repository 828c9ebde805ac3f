/** The words of a design review's ballot: voting, what is recorded, who can see it, and what came of it. */

import type { Instant } from '../../domain/instant';
import type { OptionAuthor, ReviewDecision, WorksAnswer } from '../../domain/review/review';
import type { Format } from '../format';

const authors: Record<OptionAuthor, string> = {
  supplier: 'The supplier',
  subjectExpert: 'A subject expert',
  digitalTeam: 'The digital team',
};

const works: Record<WorksAnswer | 'notMyArea', string> = {
  works: 'Works for us',
  worksWithChanges: 'Works with changes',
  doesNotWork: 'Does not work here',
  notMyArea: 'Not my area',
};

const letters = ['A', 'B', 'C', 'D', 'E'];

export const ballotsText = (format: Format) => ({
  summary: (programme: string) => `${programme} asks which design works for you`,
  heading: (programme: string, title: string) => `${programme} · ${title}`,
  progress: (position: 1 | 2) => `Step ${position} of 2`,
  version: (artefact: string, version: string) => `${artefact}, version ${version}`,
  openLink: 'Look at it',
  before: (words: string) => `Now: ${words}`,
  after: (words: string) => `Then: ${words}`,
  letter: (index: number) => letters[index] ?? `${index + 1}`,
  option: (letter: string, title: string) => `${letter}. ${title}`,
  consequence: (words: string) => `What it means: ${words}`,
  author: (author: OptionAuthor, name: string) =>
    name === '' ? `Put forward by: ${authors[author]}` : `Put forward by: ${authors[author]} (${name})`,
  works,
  authors,
  named: [
    'This vote is not confidential: your name is shown with it.',
    'Whoever decides, the programme team and others who are shown the votes see your name, what you choose and any comment. It is kept with the decision.',
    '“Unsafe, because …” is different: your name is not shown with that.',
  ],
  notices: {
    changed: 'Your change is saved.',
    changing:
      'What you said before counts until you choose again. It is not shown here, because this card stays in Teams.',
    chooseOne: 'Please choose one of these first.',
    notConfirmed: 'We could not confirm this: tap again.',
    outOfDate: 'That tap was on an older card, so it changed nothing. This is where you are now.',
    commentSaved: 'Your comment is saved.',
    commentEmpty: 'There was no comment to save.',
    commentNotConfirmed:
      'We could not confirm that your comment is saved. Open “Add a comment” and save it again.',
    unsafeSent:
      'The clinical safety officer has been told that you think it is unsafe, and why. Their answer comes to you here. They are not shown your name.',
  },
  unsafeNotices: {
    text: 'Please say why it is unsafe. Nothing has been sent yet.',
    site: 'Please choose a site. Nothing has been sent yet.',
    tooLong: 'That is too long to be sent: please shorten it. Nothing has been sent yet.',
    notConfirmed: 'We could not confirm that the clinical safety officer has it: send it again.',
    sentBefore:
      'What you sent before is with the clinical safety officer. Send this as well, if it is something else.',
  },
  unsafeSummary: (programme: string) => `Tell the clinical safety officer of ${programme}`,
  unsafeTitle: 'Unsafe, because …',
  siteLabel: 'Where?',
  backToBallot: 'Back to the ballot',
  readsLikeHarm:
    'Your words read as if a patient could come to harm. A comment is not a report: nobody may read it. Use “Unsafe, because …” below, and say there if it is happening now.',
  back: 'Back to the list',
  stop: 'Stop asking me',

  recordedSummary: (programme: string) => `Your vote for ${programme} is recorded`,
  recordedTitle: 'Recorded. Thank you.',
  canChange: (closesAt: Instant) => `You can change your vote until ${format.lastDay(closesAt)}.`,
  whoCanSeeTitle: 'Who can see what',
  onlyGroups: (minimum: number) =>
    `Others see votes only as results for groups with at least ${minimum} of them.`,
  unlessUnsafe: 'What you say under “Unsafe, because …” goes to the clinical safety officer at once.',
  change: 'Change my vote',
  comment: 'Add a comment',
  commentLabel: 'Your comment',
  commentAdds: 'If you wrote one before, it stays as well.',
  commentReplaces: 'If you wrote one before, this one takes its place.',
  commentNamed: 'It is shown with your name.',
  comments: (minimum: number) =>
    `When voting has closed, and only if your group has at least ${minimum} votes, the programme’s lead or office can read what you wrote. They may release it with the name of your group, or keep it back.`,
  commentRequired: 'Please write something first.',
  saveComment: 'Save my comment',
  unsafe: 'Unsafe, because …',
  unsafeHints: [
    'This goes to the clinical safety officer at once, and only they can close it. Your name is not shown with your words, but they may still let someone guess.',
    'Please leave out patients’ details and other people’s names.',
  ],
  unsafeLabel: 'Why is it unsafe?',
  harmLabel: 'Could a patient come to harm?',
  harm: {
    could: 'It could happen',
    now: 'It is happening now',
    happened: 'It has happened',
  },
  sendUnsafe: 'Send to the clinical safety officer',

  listSummary: (programme: string) => `${programme} asks which designs work for you`,
  listTitle: 'Designs that wait for your vote',
  listIntro: 'Each takes two taps. Open one, and come back here for the next.',
  listNothing: 'No vote is open to you at the moment.',
  openUntil: (closesAt: Instant) => `Open until ${format.lastDay(closesAt)}.`,
  open: 'Open',

  closedSummary: (programme: string) => `A vote of ${programme} has closed`,
  closedTitle: 'Voting has closed',
  closedOn: (closedAt: Instant) => `It closed on ${format.dayAndYear(closedAt)}.`,
  closedNothing:
    'This tap was not recorded. What we confirmed to you before still counts. When it is decided, you are told here what was decided, and why.',
  closedWords: 'Your words were not saved. Copy them if you want to keep them:',

  toldSummary: (programme: string) => `${programme}: what came of the design you were asked about`,
  toldTitle: 'What came of your vote',
  toldOutcome: {
    agreed: 'Every group that was asked agreed.',
    agreedWithChanges: 'Every group that was asked agreed, with changes.',
    contested: 'Not everybody agreed, or somebody said that it is unsafe.',
    notRepresentative: 'Too few people voted in some groups to say that everybody agreed.',
  },
  toldDifferent: (groups: readonly string[]) => `Saw it differently: ${format.list(groups)}.`,
  toldNotHeard: (groups: readonly string[]) => `Not heard: ${format.list(groups)}.`,
  toldDecision: (kind: ReviewDecision['kind'], option: string | undefined) =>
    ({
      approve: option ? `Decided: ${option}` : 'Decided',
      reject: 'Decided: none of the options',
      defer: 'The decision is deferred',
    })[kind],
  toldAgainst: 'This goes against what the people affected said.',
  toldBy: (name: string, decidedAt: Instant) => `${name}, ${format.day(decidedAt)}`,
  toldWhy: (rationale: string) => `Why: ${rationale}`,
  toldChanges: 'Changes that were asked for',
  toldAction: (author: string, what: string, dueOn: Instant) =>
    `${author} is asked to do this by ${format.day(dueOn)}: ${what}`,
  toldDone: (author: string, reply: string) => `${author} says: ${reply}`,
  toldAgain: (day: Instant) => `It will be looked at again on ${format.dayAndYear(day)}.`,
});
