/** The words of a pulse: asking, recording, closing. */

import type { Instant } from '../../domain/instant';
import type { OutsideAnswer, Point } from '../../domain/pulse/question';
import type { Format } from '../format';

const points: Record<'confidence' | 'agreement', Record<Point, string>> = {
  confidence: {
    1: 'Not at all confident',
    2: 'Not very confident',
    3: 'In between',
    4: 'Fairly confident',
    5: 'Very confident',
  },
  agreement: {
    1: 'Strongly disagree',
    2: 'Disagree',
    3: 'Neither agree nor disagree',
    4: 'Agree',
    5: 'Strongly agree',
  },
};

const outside: Record<OutsideAnswer, string> = {
  dontKnowYet: 'I don’t know yet',
  notMyArea: 'Not my area',
};

const wordsMayTell = 'Your name is not shown with your words, but they may still let someone guess.';

export const pulseText = (format: Format) => ({
  questionSummary: (programme: string) => `A short question from ${programme}`,
  heading: (programme: string, pulse: string) => `${programme} · ${pulse}`,
  progress: (position: number, total: number) => `Question ${position} of ${total}`,
  points,
  outside,
  minimumGroup: (minimum: number) => `Results are shown only for groups with at least ${minimum} answers.`,
  openUntil: (closesAt: Instant) => `Taking part is your choice. Open until ${format.lastDay(closesAt)}.`,
  askPrivacy: 'To see who can see what, send “privacy”.',
  wordsMayTell,
  noPatients: 'Please leave out patients’ details and other people’s names.',
  numberLabel: (minimum: number, maximum: number) => `Your answer, from ${minimum} to ${maximum}`,
  numberPlaceholder: 'Choose a number',
  choiceLabel: 'Your answer',
  textLabel: 'Your answer, in your own words',
  chooseOne: 'Please choose an answer first.',
  save: 'Save',
  skip: 'Skip',
  questionNotices: {
    changed: 'Your change is saved.',
    changing:
      'What you said before counts until you answer again. It is not shown here, because this card stays in Teams.',
    chooseOne: 'Please choose an answer first.',
    notConfirmed: 'We could not confirm this: tap again.',
    outOfDate: 'That tap was on an older card, so it changed nothing. This is where you are now.',
  },

  recordedSummary: (programme: string) => `Your answers to ${programme} are recorded`,
  recordedTitle: 'Recorded. Thank you.',
  canChangeUntil: (closesAt: Instant) => `You can change your answers until ${format.lastDay(closesAt)}.`,
  whoCanSeeTitle: 'Who can see what',
  recordedNotices: {
    changed: 'Your change is saved.',
    outOfDate: 'That tap was on an older card, so it changed nothing. All your answers are recorded.',
    commentSaved: 'Your comment is saved.',
    commentEmpty: 'There was no comment to save.',
    commentNotConfirmed:
      'We could not confirm that your comment is saved. Open “Add a comment” and save it again.',
  },
  change: 'Change my answers',
  comment: 'Add a comment',
  commentLabel: 'Your comment',
  commentAdds: 'If you wrote one before, it stays as well.',
  commentRequired: 'Please write something first.',
  saveComment: 'Save my comment',

  closedSummary: (programme: string) => `A pulse of ${programme} has closed`,
  closedTitle: 'This pulse has closed',
  closedOn: (pulse: string, closedAt: Instant) => `${pulse} closed on ${format.dayAndYear(closedAt)}.`,
  closedNow: (pulse: string) => `${pulse} takes no more answers.`,
  closedNothing: 'This tap was not recorded. What we confirmed to you before still counts.',
  showHeard: 'What was heard',
  closedWords: 'Your words were not saved. Copy them if you want to keep them:',
});
