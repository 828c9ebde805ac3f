/** The words for the people an issue concerns: what came of it, what the programme asks them, and whether it helped. */

import type { Day, Instant } from '../../domain/instant';
import type { IssueAnswer, IssueStatus } from '../../domain/issue/issue';
import type { Format } from '../format';

const headlines: Record<Exclude<IssueAnswer['kind'], 'decided'>, string> = {
  fixPlanned: 'Somebody is fixing it',
  escalated: 'It has gone up to somebody who can decide',
  merged: 'It goes on together with another issue',
  fixed: 'You said, we did',
  notNow: 'You said, we can’t, because',
};
const decided = {
  approve: 'You said, we did',
  reject: 'You said, we can’t, because',
  defer: 'You said, we can’t yet, because',
} as const;

/** Where it stands while there is no answer to show. */
const standings: Record<IssueStatus, string> = {
  untriaged: 'The programme has it and has not dealt with it yet.',
  asking: 'The programme has asked about it.',
  fixing: 'Somebody is fixing it.',
  escalated: 'Somebody who can decide has been asked.',
  answered: 'It has been answered.',
  confirmed: 'It is closed: it helped, or nobody said otherwise in time.',
  merged: 'It goes on together with another issue.',
};

export const concernedText = (format: Format) => {
  const onDay = (day: Day) => format.dayAndYear(`${day}T12:00:00.000Z` as Instant);
  const inShort = (day: Day) => format.dayInShort(`${day}T12:00:00.000Z` as Instant);
  return {
    /** An onlooker may read it: it does not say who raised or supported anything. */
    toldSummary: (programme: string) => `${programme}: news from the programme`,
    questionSummary: (programme: string) => `${programme}: a message from the programme`,
    youRaised: 'You raised this:',
    youSupported: 'You added your voice to this:',
    unnamed: (category: string) => `An issue about: ${category}`,

    headline: ({ kind, decision }: Pick<IssueAnswer, 'kind' | 'decision'>) =>
      kind === 'decided' ? decided[decision?.kind ?? 'approve'] : headlines[kind],
    standings,
    openAgain: (on: Day) => `It is open again since ${inShort(on)}: somebody said that it did not help.`,
    option: (option: string) => `Decided: ${option}.`,
    saidBy: (name: string, role: string | undefined, on: Day) =>
      role === undefined ? `${name}, on ${onDay(on)}.` : `${name}, ${role}, on ${onDay(on)}.`,
    fixOwner: (name: string, until: Day) => `${name} looks after it, until ${onDay(until)}.`,
    until: (until: Day) => `It is looked at again on ${onDay(until)}.`,
    goesOnAs: (title: string) => `The other one: ${title}`,
    hazardTitle: 'The clinical safety officer',
    hazardOpen: 'The clinical safety officer has it as something that could harm a patient.',
    hazardMitigated: 'The clinical safety officer says that the risk to patients is dealt with:',
    hazardNotOne: 'The clinical safety officer says that it is no risk to patients:',

    helpedQuestion: 'Did it help?',
    helpedUntil: 'If nobody says no, it is closed.',
    helpedYes: 'Yes, it helped',
    helpedNo: 'No, it did not help',
    noWhyLabel: 'What is still in the way? You can leave this empty',
    noConfirm: 'Open it again',
    withoutName: 'The programme reads it without your name. Your words may still let someone guess.',
    withName: 'You let the programme know your name, so it can tell that these words are yours.',
    leaveOut: 'Please leave out patients’ details and other people’s names.',
    whoKnows: (days: number, backupDays: number) =>
      `Whom this concerns is sealed, and erased ${format.plural(days, 'day', 'days')} after it is closed${
        backupDays === 0 ? '' : ` (in backups, ${format.plural(backupDays, 'day', 'days')} later)`
      }. This card stays in Microsoft 365.`,

    notices: {
      helped: 'Thank you. It is counted.',
      reopened: 'It is open again. The programme sees that it did not help.',
      openAlready: 'It was open again already. The programme sees that it did not help.',
      outOfDate: 'More has happened since that card. Your tap changed nothing.',
      wordsOutOfDate:
        'The programme wrote more since that card. Please read it; your words are not sent yet.',
      over: 'This is closed, and it is not known any more whom it concerned. You can raise it again.',
      wordsSent: 'Sent to the programme.',
      wordsEmpty: 'Please write something first. Nothing was sent.',
      wordsTooLong: 'That is too long. Please shorten it. Nothing was sent.',
      wordsFull: 'There is no room for more words here. Nothing was sent. You can raise it as a new issue.',
      notConfirmed: 'We could not confirm this: tap again. Your words are still here.',
    },

    questionTitle: 'The programme asks',
    asked: (name: string, on: Day) => `${name}, on ${onDay(on)}:`,
    somebody: 'The programme',
    threadTitle: 'What was said before',
    said: (name: string | undefined, on: Day) => `${name ?? 'You'}, ${inShort(on)}:`,
    replyLabel: 'Your answer',
    replyRequired: 'Please write something first.',
    reply: 'Send',
    addWords: 'Say something',
    addWordsLabel: 'What the programme should know',
    unprintable: 'Nothing in it can be shown.',
  };
};
