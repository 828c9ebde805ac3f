/** The words with which a lead deals with issues, and those of whoever owns a fix. */

import type { Day, Instant } from '../../domain/instant';
import type { WaitsFor } from '../../domain/issue/ageing';
import type { IssueAnswerKind, IssueEffect, IssueStatus, SupportLevel } from '../../domain/issue/issue';
import type { TriageMissing } from '../../domain/issue/triage-issue';
import type { Format } from '../format';

const effects: Record<IssueEffect, string> = {
  slowsMeDown: '“It slows me down”',
  workAround: '“I work around it”',
  careCouldSuffer: '“Care could suffer”',
};
const support: Record<SupportLevel, string> = {
  none: 'Nobody else so far',
  aFewOthers: 'A few others',
  moreThanTen: 'More than 10 others',
};
const statuses: Record<IssueStatus, string> = {
  untriaged: 'Waiting for you',
  asking: 'The raiser was asked',
  fixing: 'A fix is planned',
  escalated: 'With the executive',
  answered: 'Answered',
  confirmed: 'Answered, and it helped or nobody said otherwise',
  merged: 'Carried on by another issue',
};
const waits: Record<WaitsFor, string> = {
  untriaged: 'Waiting for you',
  answered: 'The raiser has answered',
  overdueFix: 'The fix is overdue',
};
const answers: Record<IssueAnswerKind, string> = {
  fixPlanned: 'A fix was planned',
  escalated: 'It went up',
  merged: 'It was merged',
  fixed: 'It was fixed',
  notNow: 'Not now, because',
  decided: 'It was decided',
};
const parts = { raiser: 'The raiser', supporter: 'Somebody who added their voice' } as const;
const helped: Record<SupportLevel, string> = {
  none: 'nobody so far',
  aFewOthers: 'a few',
  moreThanTen: 'more than 10',
};
const nothingSaved = 'Nothing was saved.';
const missing: Record<TriageMissing, string> = {
  owner: `Please choose who will fix it. ${nothingSaved}`,
  dueOn: `Please choose a day. ${nothingSaved}`,
  dueOnPast: `That day is over. Please choose another. ${nothingSaved}`,
  words: `Please write what the people concerned will read. ${nothingSaved}`,
  title: `Please write a title. ${nothingSaved}`,
  question: `Please write the question to decide. ${nothingSaved}`,
  twoOptions: `Please give at least two options, each with its title. ${nothingSaved}`,
  consequence: `Each option needs its consequence. ${nothingSaved}`,
  recommendsNothing: `You recommend an option that is not there. ${nothingSaved}`,
};

export const triageText = (format: Format) => {
  const onDay = (day: Day) => format.dayAndYear(`${day}T12:00:00.000Z` as Instant);
  const inShort = (day: Day) => format.dayInShort(`${day}T12:00:00.000Z` as Instant);
  const waited = (days: number) =>
    days === 0 ? 'since today' : `for ${format.plural(days, 'working day', 'working days')}`;
  return {
    summary: (programme: string) => `${programme}: an issue to deal with`,
    listSummary: (programme: string) => `${programme}: issues`,
    fixSummary: (programme: string) => `${programme}: you are asked to fix something`,
    fixOverdueSummary: (programme: string) => `${programme}: a fix of yours is overdue`,
    statuses,
    support,
    answers,
    unprintable: 'Nothing in it can be shown.',
    title: (category: string) => `Issue: ${category}`,
    where: 'Where',
    siteGroup: (name: string) => `${name} (the site is too small to name)`,
    effect: 'Effect',
    effects,
    raised: 'Raised',
    raisedOn: (day: Day) => onDay(day),
    by: 'By',
    nameHidden: 'Name hidden',
    voices: 'Others',
    ref: 'Reference',
    hazard: 'Hazard',
    hazardOpen: (isAcknowledged: boolean) =>
      isAcknowledged
        ? 'Open: the clinical safety officer has it'
        : 'Open: the clinical safety officer was alerted',
    hazardClosed: { mitigated: 'Closed: mitigated', notAHazard: 'Closed: not a hazard' },
    blocker: 'Go-live',
    blockerSince: (by: string, on: Day) => `Must wait for this (${by}, ${inShort(on)})`,
    published: 'Published as',
    words: 'In their words',
    masked: 'Numbers and dates that could point to a patient were taken out.',
    maskHint: 'Numbers and dates that could point to a patient will be taken out.',
    doNotGuess: 'Please do not try to find out who it was. You can ask without knowing.',
    standing: 'Where it stands',
    waiting: (what: WaitsFor, days: number, isOld: boolean, promised: number) =>
      `${waits[what]} ${waited(days)}${isOld ? `: older than the ${format.plural(promised, 'working day', 'working days')} promised` : ''}.`,
    stands: (status: IssueStatus) => `${statuses[status]}.`,
    fixOwned: (owner: string, due: Day, isOverdue: boolean) =>
      `${owner} fixes it by ${onDay(due)}${isOverdue ? ', which is over' : ''}.`,
    cameBack: (on: Day) => `It came back on ${onDay(on)}: it did not help.`,
    threadTitle: 'What was said',
    saidBy: (name: string | undefined, on: Day, part?: keyof typeof parts) =>
      `${name ?? (part ? parts[part] : 'Raiser or supporter')}, ${inShort(on)}:`,
    helped: 'Did it help?',
    helpedLevels: (yes: SupportLevel, no: SupportLevel) => `Yes: ${helped[yes]}. No: ${helped[no]}.`,
    earlierTitle: 'Answers so far',
    answered: (kind: IssueAnswerKind, by: string, on: Day, until: Day | undefined) =>
      `${answers[kind]} (${by}, ${inShort(on)}${until ? `, until ${inShort(until)}` : ''})`,

    fix: 'Fix it',
    ownerLabel: 'Who fixes it',
    choosePerson: 'Choose a person',
    ownerNameLabel: 'Somebody else: a part of their name, then tap below',
    dueLabel: 'By when',
    fixWordsLabel: 'What will be done, or was done. The people concerned read it',
    fixWordsRequired: 'Please write what will be done.',
    fixHint: 'Whoever fixes it gets a card with your words, not with the raiser’s.',
    plan: 'Plan this fix',
    replan: 'Change the plan',
    isFixed: 'It is fixed',
    ask: 'Ask the raiser',
    askLabel: 'Your question. Only the raiser reads it',
    askRequired: 'Please write your question.',
    askHint: 'Their name stays hidden. They need not answer.',
    askSend: 'Send the question',
    merge: 'Merge',
    mergeLabel: 'It is the same as',
    chooseIssue: 'Choose an issue',
    mergeRequired: 'Please choose an issue.',
    mergeHint: 'Whoever it concerns hears from the other issue from now on.',
    mergeSend: 'Merge into that one',
    sameCategory: (title: string) => title,
    otherCategory: (category: string, title: string) => `${category}: ${title}`,
    marks: 'Title, go-live',
    titleLabel: 'A title that everybody may read',
    titleHint:
      'Others can add their voice to a published title. Write nothing that points to a person or to a small place.',
    publish: 'Publish the title',
    changeTitle: 'Change the title',
    unpublish: 'Take the title back',
    markBlocker: 'A go-live must wait for it',
    clearBlocker: 'A go-live need not wait for it',
    markHazard: 'It could harm a patient',
    escalate: 'Escalate',
    questionLabel: 'Question to decide. The people concerned read it',
    questionRequired: 'Please write the question.',
    optionLabel: (number: number) => `Option ${number}${number > 2 ? ' (if you need it)' : ''}`,
    consequenceLabel: (number: number) => `What option ${number} leads to`,
    recommendedLabel: 'You recommend',
    recommendsNone: 'None of them',
    option: (number: number) => `Option ${number}`,
    recommendationLabel: 'Why',
    costLabel: 'What waiting costs',
    send: (name: string) => `Send to ${name}`,
    notNow: 'Not now',
    notNowLabel: 'Not now, because. The people concerned read it',
    notNowRequired: 'Please give the reason.',
    notNowSend: 'Answer “not now”',
    notices: {
      ...missing,
      fixPlanned: 'Saved. The people concerned hear of it now.',
      answered: 'Saved. The people concerned hear of it now, and are asked whether it helped.',
      asked: 'Your question is on its way. Their name stays hidden.',
      merged: 'Merged. The people concerned hear of it now.',
      escalated: 'Sent up. The people concerned hear of it now.',
      saved: 'Saved.',
      hazardMarked: 'Marked. The clinical safety officer is alerted now.',
      outOfDate: 'This was changed before your tap, which changed nothing. This is how it stands now.',
      notPossible: 'That is not possible as it stands now. Nothing was saved.',
      noExecutive: 'The programme file names no executive who could decide. Nothing was saved.',
      openHazard: 'Only the clinical safety officer can close a hazard: it was not merged.',
      noSuchPerson: 'Nobody of that name is in the programme’s people. Nothing was saved.',
      whichPerson: 'Please choose whom you mean under “Who fixes it”, and tap again. Nothing was saved yet.',
      noTarget: 'Please choose an issue. Nothing was saved.',
      nobodyToAsk: 'It is forgotten who raised it: nobody can be asked.',
      tooLong: 'Your question is too long. Nothing was sent.',
      full: 'This issue holds as many messages as it can. Nothing was sent.',
      notConfirmed: 'We could not confirm this: tap again.',
    },

    unconfirmed: 'We could not confirm this',
    unconfirmedHint:
      'Nothing can be read just now. Try again in a moment: what you typed stays with the button.',
    unconfirmedWords: 'You typed:',
    showAgain: 'Show the issue again',

    listTitle: 'Issues',
    filters: {
      waiting: 'Waiting for you',
      old: 'Older than promised',
      underWay: 'Under way',
      withExecutive: 'With the executive',
      answered: 'Answered',
    },
    filterCount: (title: string, count: number) => `${title} (${format.count(count)})`,
    shown: (filter: string, first: number, last: number, all: number) =>
      all === 0 ? `${filter}: none.` : `${filter}: ${first} to ${last} of ${format.count(all)}.`,
    listed: (parts: readonly string[]) => parts.join(' · '),
    waitsShort: (days: number, isOld: boolean) =>
      `${format.plural(days, 'working day', 'working days')}${isOld ? ', older than promised' : ''}`,
    dueShort: (owner: string, due: Day) => `${owner}, by ${inShort(due)}`,
    raisedShort: (day: Day) => `raised ${inShort(day)}`,
    open: 'Open',
    nextPage: 'Next page',
    firstPage: 'From the start',
    forReaders:
      'What staff wrote is for the programme team: you see titles that were published, and categories.',
    untitled: (category: string) => `an issue about ${category.toLowerCase()}`,
    noPublishedTitle: (category: string) => `${category} (no title published)`,

    fixTitle: 'You are asked to fix something',
    fixOverdueTitle: 'This fix is overdue',
    fixOverdue:
      'Please say that it is done, or by when it will be. If nobody does for long, it goes to an executive to decide.',
    fixAsked: 'What is to be done',
    fixBy: 'By',
    fixAskedBy: 'Asked by',
    fixAbout: 'About',
    fixDoneTitle: 'This fix is done',
    fixOverTitle: 'This is no longer yours to fix',
    fixOver: 'It was given to somebody else, or was answered in another way.',
    fixDoneBy: (on: Day) =>
      `Done on ${onDay(on)}. The people concerned are told, and asked whether it helped.`,
    fixDone: 'It is done',
    fixDoneLabel: 'What was done. The people concerned read it',
    fixDoneRequired: 'Please write what was done.',
    fixDoneSend: 'Say it is done',
    fixLater: 'Not by then',
    fixLaterLabel: 'Why it takes longer. The people concerned read it',
    fixLaterRequired: 'Please write why.',
    fixLaterDue: 'By when then',
    fixLaterSend: 'Give the new day',
    fixNotices: {
      words: missing.words,
      dueOn: missing.dueOn,
      dueOnPast: missing.dueOnPast,
      saved: 'Saved. The people concerned hear of it now.',
      outOfDate: 'This was changed before your tap, which changed nothing. This is how it stands now.',
      notConfirmed: 'We could not confirm this: tap again.',
    },

    channelSummary: (programme: string) => `${programme}: you said, we answered`,
    quoted: (title: string) => `“${title}”`,
  };
};
