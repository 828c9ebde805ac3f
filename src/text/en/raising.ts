/** The words for whoever raises something: what it is about, what is kept, who reads it, and where it stands. */

import type { Day, Instant } from '../../domain/instant';
import type { IssueCategory, IssueEffect, SupportLevel } from '../../domain/issue/issue';
import type { DraftMissing, HarmAnswer } from '../../domain/issue/raise-issue';
import type { Format } from '../format';

const categories: Record<IssueCategory, string> = {
  infrastructure: 'Computers, phones, Wi-Fi, printers',
  'log-ins': 'Logging in and access',
  workflow: 'It does not fit how we work',
  training: 'Training',
  data: 'Information is wrong or missing',
  reporting: 'Lists and reports',
  staffing: 'Too few people, too little time',
  interfaces: 'Systems that do not talk to each other',
  safety: 'Patient safety',
  'competing-priorities': 'Too many changes at once',
  'legacy-systems': 'Old systems we still need',
  'imposed-timelines': 'The date does not work',
  'changing-governance': 'Nobody decides, or it keeps changing',
  'drifting-objectives': 'It is not what we were promised',
  'lost-learning': 'We made this mistake before',
};
const effects: Record<IssueEffect, string> = {
  slowsMeDown: 'It slows me down',
  workAround: 'I work around it',
  careCouldSuffer: 'Care could suffer',
};
const harm: Record<HarmAnswer, string> = {
  none: 'No',
  now: 'Yes, it is happening now',
  happened: 'Yes, it has happened',
  could: 'Yes, it could happen',
};
const support: Record<SupportLevel, string> = {
  none: 'Nobody else has added their voice so far.',
  aFewOthers: 'A few others have added their voice.',
  moreThanTen: 'More than 10 others have added their voice.',
};
const nothingSent = 'Nothing has been sent yet.';
const missing: Record<DraftMissing, string> = {
  text: `Please say what gets in the way. ${nothingSent}`,
  category: `Please choose what it is about. ${nothingSent}`,
  site: `Please choose a site. ${nothingSent}`,
  effect: `Please choose how it affects the work. ${nothingSent}`,
};

export const raisingText = (format: Format) => {
  const onDay = (day: Day) => format.day(`${day}T12:00:00.000Z` as Instant);
  const inShort = (day: Day) => format.dayInShort(`${day}T12:00:00.000Z` as Instant);
  return {
    categories,
    effects,
    harm,
    asksYou: 'The programme asks you something. Open it to answer.',
    support,
    unprintable: 'Nothing in it can be shown.',

    raise: 'Raise an issue',
    raiseAnother: 'Raise another issue',
    myIssues: 'My issues',
    backToIssue: 'Back to my issue',
    yourWords: 'Your words',

    summary: 'Raise an issue',
    title: 'What gets in the way?',
    mayGuess: 'Your name is hidden; your words or site may still let someone guess.',
    leaveOut: 'Please leave out patients’ details and other people’s names.',
    masked: (hasHospitalNumbers: boolean) =>
      `NHS numbers,${hasHospitalNumbers ? ' your organisation’s own patient numbers,' : ''} dates, phone numbers and e-mail addresses that we recognise are taken out before anything is saved.`,
    chatStays: 'Type into this card. What you type into the chat itself stays in Microsoft 365.',
    fromMessage:
      'These words are from a message in Teams. Change them as you like. Nothing has been sent yet.',
    shortened: 'They were too long, so the end is missing.',
    textLabel: 'What gets in the way, in your own words',
    harmLabel: 'Could a patient come to harm?',
    categoryLabel: 'What it is about',
    chooseCategory: 'Choose one',
    siteLabel: 'Where',
    chooseSite: 'Choose a site',
    sitesLeftOut:
      'Not every site fits into this list. If yours is missing, choose the nearest and say so in your words.',
    effectLabel: 'How it affects the work',
    nameLabel: 'May the programme know my name?',
    nameHidden: 'No, hide my name',
    nameShown: 'Yes, show my name to the programme',
    send: 'Send',
    cannotSay: 'I can’t say this to my programme',

    notices: {
      ...missing,
      tooLong: `That is too long for one issue. Please shorten it. ${nothingSent}`,
      notConfirmed: 'We could not confirm this: tap again. Your words are still here.',
      sentBefore:
        'This card was sent before, and what it said then is recorded. The words below are new and are not sent yet.',
      supported: 'Your voice is added. You will hear what comes of it.',
      supportedBefore: 'You are part of this one already. You will hear what comes of it.',
      raisedByYou: 'You raised this one yourself. You will hear what comes of it.',
      noLongerOpen: 'This one is no longer open. Your tap changed nothing.',
      supportNotConfirmed: 'We could not confirm this: tap again.',
    },

    chooseSummary: 'Which programme is it about?',
    chooseTitle: 'Which programme is it about?',

    publishedSummary: 'Issues that others have raised',
    publishedTitle: 'Has somebody raised it already?',
    publishedIntro:
      'These were raised before. Add your voice and you hear what comes of it. The programme sees “a few others” or “more than 10”, not who.',
    addVoice: 'Add my voice',
    isYours: 'You are part of this one.',
    noneOfThese: 'None of these: raise a new one',

    routesSummary: 'A question before it is sent',
    routesTitle: 'Could a patient come to harm?',
    routesIntro:
      'Your words may be about harm to a patient, so we ask once. Nothing has been sent yet, and your words are kept below.',
    routes: {
      now: 'It is happening now',
      happened: 'It has happened',
      could: 'It could happen',
      none: 'None of these: send it as it is',
    } satisfies Record<HarmAnswer, string>,
    routesNote:
      'What is happening or has happened goes elsewhere, and we tell you where. What could happen stays an issue, and the clinical safety officer is told as well.',

    exits: {
      now: { summary: 'Tell somebody now', title: 'Tell somebody now' },
      happened: {
        summary: 'Report this in the incident system',
        title: 'This belongs in the incident system',
      },
      speakUp: { summary: 'Somebody else you can tell', title: 'You can tell somebody else' },
    },
    nobodyWatches: (callNow: string | undefined) =>
      `Nobody is watching this chat. Tell ${callNow ?? 'the nurse in charge'}.`,
    nothingKept: 'Nothing was saved here, and nobody was told.',
    reportIt: 'Please report it in your organisation’s incident system. Soundings does not report incidents.',
    reportAt: (where: string) => `Report it here: ${where}.`,
    reportUnknown: 'If you do not know how, ask the person in charge of your area.',
    openIncidentSystem: 'Open the incident system',
    copyWords: 'Your words, to copy into the incident system. This box is not an incident report',
    keepWords: 'Your words, to keep. They are not saved here',
    speakUpTo: (name: string, contact: string) => `You can speak to ${name}: ${contact}.`,
    speakUpUnknown:
      'Your programme has named nobody here. Your organisation’s Freedom to Speak Up contact, your union or your professional body can help.',
    openSpeakUp: 'Open their page',
    speakUpOutside: 'What you say there does not come through Soundings.',

    unsentSummary: 'Please send it again',
    unsentTitle: 'Please send it again',
    sendAgain: 'Send again',

    raisedSummary: 'Your issue is recorded',
    raisedTitle: 'Recorded. Thank you.',
    recordedTitle: 'What we recorded',
    about: 'About',
    where: 'Where',
    effect: 'Effect',
    name: 'Name',
    hidden: 'Hidden',
    shownTo: (name: string) => `${name}, shown to the programme`,
    raisedLabel: 'Raised',
    raisedOn: (day: Day) => onDay(day),
    nextTitle: 'What happens next',
    nextLead: (by: Day) =>
      `The programme lead should deal with it by ${onDay(by)}: plan a fix, ask you something, take it to an executive, or say why not now.`,
    nextOld: 'If nobody has by then, it is shown to the lead as overdue.',
    nextHears: 'Each answer comes to you here. Then we ask whether it helped.',
    nextHazard: 'The clinical safety officer is told as well, now.',
    whoTitle: 'Who can see what',
    whoReads:
      'The programme’s lead and office read your words, what they are about and their effect, and the site, or its group of sites where few people work.',
    whoReadsHazard: 'So do the clinical safety officer and whoever stands in for them.',
    whoExecutive:
      'If it goes up, executives see the lead’s words for it, its effect, the day and the group of sites. Others see at most a title that the lead writes. The lead could repeat your words in either, and can show it to the clinical safety officer.',
    whoHidden: (days: number, backupDays: number) =>
      `Nobody is shown that it was you. ${format.plural(days, 'day', 'days')} after it is closed we erase who raised it${
        backupDays === 0 ? '' : `, and in backups ${format.plural(backupDays, 'day', 'days')} later`
      }. Until then an administrator with access to the database and to the service key could link it to you.`,
    whoNamed: 'You chose to show your name, so they see that it was you.',
    whoChat:
      'The cards in this chat stay in Microsoft 365. Whoever can read your chats there can tell that it was you.',

    mineSummary: 'Where your issues stand',
    mineTitle: 'My issues',
    mineNone: 'You have raised nothing that is still open, or that was closed lately.',
    mineNonePrompt: 'To tell the programme what gets in the way, raise an issue.',
    mineForgotten: (days: number) =>
      `Closed issues leave this list after ${format.plural(days, 'day', 'days')}: then nothing says any more whose they were.`,
    raised: (day: Day, part: 'raiser' | 'supporter') =>
      part === 'raiser' ? `Raised on ${inShort(day)}` : `Raised on ${inShort(day)}, you added your voice`,
    fixBy: (by: Day) => `It should be fixed by ${onDay(by)}.`,
    lookBy: (by: Day) => `To be looked at again on ${onDay(by)}.`,
    answered: (headline: string, on: Day, words: string) => `${headline} (${inShort(on)}): ${words}`,
    open: 'Open',
    nextPage: 'Next page',
    fromTheStart: 'From the start',
  };
};
