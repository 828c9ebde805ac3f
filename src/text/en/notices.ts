/** The short notices that answer what could not be done, or confirm what was. */

export type NoticeTone = 'information' | 'warning' | 'problem';

interface NoticeWords {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const noticeText = {
  notInvited: {
    tone: 'information',
    title: 'This pulse was not sent to you',
    paragraphs: [
      'Only the people who were asked can answer it. Nothing was recorded.',
      'If you think you should be asked, tell your programme team.',
    ],
  },
  gone: {
    tone: 'information',
    title: 'This is no longer kept',
    paragraphs: [
      'What this card was about is over, and nothing of it is kept here any more. Your tap changed nothing.',
      'Send “help” to see what you can do now.',
    ],
  },
  notAChampion: {
    tone: 'information',
    title: 'This is for champions',
    paragraphs: [
      'A champion lends their phone to a colleague without Teams. You are not on this programme’s list of champions.',
      'If you think you should be, tell your programme team.',
    ],
  },
  refusedByRole: {
    tone: 'information',
    title: 'This is for another role',
    paragraphs: ['Your role in this programme does not allow it. Nothing has changed.'],
  },
  outOfDate: {
    tone: 'information',
    title: 'This card is out of date',
    paragraphs: ['Things have moved on since it was sent. Your tap changed nothing.'],
  },
  wrongTenant: {
    tone: 'problem',
    title: 'Not available here',
    paragraphs: ['This app serves another organisation’s Microsoft 365. Nothing was recorded.'],
  },
  error: {
    tone: 'problem',
    title: 'Something went wrong',
    paragraphs: [
      'The fault is ours, not yours. What we confirmed to you before is safe.',
      'Please try again. If it happens again, give your programme team this reference.',
    ],
  },
  channelLinked: {
    tone: 'information',
    title: 'This channel is linked',
    paragraphs: [
      'What comes of published issues is posted here: the title and the answer, nobody’s name.',
      'To end it, send “unlink channel”.',
    ],
  },
  channelUnlinked: {
    tone: 'information',
    title: 'No channel is linked any more',
    paragraphs: ['Nothing more is posted.'],
  },
  unreadable: {
    tone: 'warning',
    title: 'We could not read that',
    paragraphs: ['The card may be an old one. Nothing was recorded.', 'Send “pulse” for a fresh card.'],
  },
  notOnAList: {
    tone: 'information',
    title: 'You are not on a programme’s list',
    paragraphs: [
      'Soundings asks the staff of a digital programme how ready they feel.',
      'If you expected a question, ask your programme team to add you.',
    ],
  },
  nothingOpen: {
    tone: 'information',
    title: 'Nothing to answer now',
    paragraphs: ['No pulse is open for you. A card comes here when one is.'],
  },
  noResult: {
    tone: 'information',
    title: 'No result yet',
    paragraphs: ['A result card comes here when a wave has closed.'],
  },
  waveClosing: {
    tone: 'information',
    title: 'The wave is closing',
    paragraphs: ['It takes no more answers. The result card follows in a few minutes.'],
  },
  nothingByRole: {
    tone: 'information',
    title: 'Nothing waits for you',
    paragraphs: [
      'Decisions, gates and issues wait for those who hold a role in a programme.',
      'Send “pulse” for an open question.',
    ],
  },
  waveAlreadyClosed: {
    tone: 'information',
    title: 'This wave is closed already',
    paragraphs: ['Your tap changed nothing. Send “results” to see its result.'],
  },
} as const satisfies Record<string, NoticeWords>;

export type NoticeKind = keyof typeof noticeText;
/** Above words that somebody typed in vain. */
export const noticeUnsaved = 'Your words were not saved. Copy them if you want to keep them:';
/** The same where it is not known whether they were saved. */
export const noticePerhapsUnsaved = 'Your words may not have been saved. Copy them if you want to keep them:';
export const noticeReference = (reference: string) => `Reference: ${reference}`;
