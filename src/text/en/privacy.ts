/** What staff are told about who can see what, until when. Every sentence here must stay literally true. */

import { type Instant, plusDays } from '../../domain/instant';
import type { MaskedKind } from '../../domain/text/mask-text';
import type { Format } from '../format';

const masked: Record<MaskedKind, string> = {
  nhsNumber: 'an NHS number',
  hospitalNumber: 'a hospital number',
  dateOfBirth: 'a date',
  phoneNumber: 'a phone number',
  emailAddress: 'an e-mail address',
};

const whoCould =
  'an administrator with access to the database and to the service key or Microsoft’s own records could link an answer to you. After that nobody can.';

export const privacyText = (format: Format) => ({
  summary: 'Who can see what, until when',
  title: 'Who can see what, until when',
  horizon: (closesAt: Instant, backupRetentionDays: number) =>
    backupRetentionDays === 0
      ? `Until ${format.day(closesAt)}, ${whoCould}`
      : `Until ${format.day(closesAt)}, and in backups until ${format.day(plusDays(closesAt, backupRetentionDays))}, ${whoCould}`,
  horizonOfAnyPulse: (backupRetentionDays: number) =>
    backupRetentionDays === 0
      ? `Until a pulse closes, ${whoCould}`
      : `Until a pulse closes, and in backups for ${format.plural(backupRetentionDays, 'day', 'days')} after that, ${whoCould}`,
  onlyGroups: (minimum: number) =>
    `The programme team, its executives and staff see results only for groups with at least ${minimum} answers.`,
  notAboutYou:
    'Results are never shown by line manager, and never about one person’s or one team’s performance.',
  voluntary: 'Taking part is voluntary.',
  sections: {
    yourAnswer: 'Your answer',
    results: 'Results',
    words: 'Your words',
    raised: 'An issue that you raise or join',
    you: 'You',
  },
  raisedName: 'The programme sees your name only if you say yes to that on the card. If not:',
  beforeClose: 'While a pulse is open, only the overall response is shown, rounded to the nearest 5%.',
  deleted:
    'When it closes, single answers are deleted. Only counts for groups, and the words people wrote, are kept.',
  alike: 'Where nearly everyone in a group said the same, only a range is shown.',
  tooSmall: 'A group may also be held back so that a smaller one cannot be worked out from it.',
  comments: (minimum: number) =>
    `When the pulse has closed, and only if your group has at least ${minimum} answers, the programme’s lead or office can read what you wrote. They release it to the executives and others named to see results, or keep it back.`,
  commentShown: 'It is shown with the name of your group, never beside a score.',
  commentKept:
    'What you write is kept with the group it came from, not with your name. Who could link it to you, and until when, is as for an answer.',
  maskedBefore:
    'NHS numbers, dates, phone numbers and e-mail addresses that we recognise are taken out before your words are saved.',
  mayTell: 'Your name is not shown with your words, but they may still let someone guess.',
  chat: 'What you type in this chat itself stays in Microsoft 365. Type into a card instead.',
  whoWasAsked: 'The programme keeps a list of who was asked. No list or report says who answered.',
  besideAChampion:
    'Somebody without Teams can answer on a champion’s phone. The champion then knows that they take part, and may see the screen. What we keep does not say on whose phone an answer was given.',
  stop: 'To be left out, send “stop asking me”.',
  masked: (kinds: readonly MaskedKind[]) =>
    `Before saving we took out ${format.list(kinds.map((kind) => masked[kind]))}.`,
});
