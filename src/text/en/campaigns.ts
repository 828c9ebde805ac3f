/** The words of what was sent to many: how far it is, who did not get it and why, stopping it, correcting its wording. */

import type {
  Campaign,
  CampaignPurpose,
  CampaignTotals,
  DeliveryStatus,
} from '../../domain/campaign/campaign';
import type { Instant } from '../../domain/instant';
import type { Format } from '../format';

/** A purpose that is not here is shown as it is. */
const purposes: Readonly<Record<string, string>> = {
  'pulse-invitation': 'Questions',
  'ballot-invitation': 'Ballots',
  'wave-heard': '“What we heard”',
  'wave-result': 'Result',
  'escalation-preparation': 'Decision to prepare',
  'escalation-copy': 'Copy of a decision that waits',
  'escalation-more': 'Question back',
  'decision-told': 'What was decided',
  'gate-decided': 'Decision on a gate',
  'issue-fix': 'Something to fix',
  'desk-digest': 'Digest',
  'desk-due-soon': 'Due soon',
  hazard: 'Hazard',
  'review-told': 'What came of a vote',
  'pulse-missed': 'A pulse that did not open',
};

const states: Record<Campaign['status'], string> = {
  snapshotting: 'The list of people is being made. Nothing is sent yet.',
  sending: 'It is being sent.',
  done: 'It has been sent.',
  cancelled: 'It was stopped.',
};

const counts: Record<DeliveryStatus, string> = {
  delivered: 'Have it',
  pending: 'Still to come',
  unreachable: 'Cannot be reached',
  failed: 'Failed',
  cancelled: 'Not sent on purpose',
};

/** What a code means, to finish “because …”. A code that is not here is shown as it is. */
const reasons: Readonly<Record<string, string>> = {
  notInstalled: 'the app is not installed for them',
  installFailed: 'they do not have the app, and it could not be installed for them',
  noTeams: 'they have no Teams, and answer beside a champion',
  MessageWritesBlocked: 'they have blocked or removed the app',
  ConversationBlockedByUser: 'they have blocked the app',
  BotNotInConversationRoster: 'they have removed the app',
  BotDisabledByAdmin: 'an administrator has switched the app off',
  forbidden: 'Teams does not allow a message to them',
  conversationNotFound: 'Teams no longer knows the chat with them',
  notInProgramme: 'they are not on the people list any more',
  addressNotAllowed: 'their chat is at an address that is not Teams’ own',
  serviceUrlUnknown: 'where Teams serves them is not known yet',
  noWindow: 'they have no window in this demonstration',
  throttled: 'Teams kept refusing more messages to them',
  notAccepted: 'Teams kept refusing the message',
  unconfirmed: 'Teams did not confirm that it arrived',
  givenUp: 'it failed too often',
  error: 'the card could not be made: see the log',
  status400: 'Teams rejected the message (400)',
  personNotFound: 'Teams does not know them',
  status413: 'Teams says that the card is too large (413)',
  carried: 'another message had their ballot',
  choseNotToBeAsked: 'they asked not to be asked',
  allowance: 'they had two messages this week already',
  budget: 'another pulse asked them less than 14 days before',
  noSuitableTime: 'no hour came that suits them before it was over',
  nothingToSend: 'it was over before their turn came',
  campaignCancelled: 'sending was stopped',
  notThisTime: 'they asked not to be asked, or had been asked or written to enough',
};

const notices = {
  stopped: 'Stopped: nothing more goes out. What was already on its way may still arrive.',
  nothingToStop: 'There was nothing left to stop.',
  notConfirmed: 'We could not confirm this: tap again.',
  outOfDate: 'This was changed meanwhile. Your tap changed nothing. What you typed is still here.',
};
export type CampaignNotice = keyof typeof notices;

const correctionNotices = {
  unchanged: 'That is the wording it has. Nothing was changed.',
  tooDifferent:
    'That reads like another question, so nothing was changed. To ask something else, close the wave and open a new one.',
  blank: 'Please write the wording first. Nothing was changed.',
  tooLong: 'That is too long. Nothing was changed.',
  alike: 'Two choices would read the same. Nothing was changed.',
  notConfirmed: 'We could not confirm this: tap again. What you typed is still here.',
  outOfDate: 'The wording was changed meanwhile. Your tap changed nothing. What you typed is still here.',
  notOpen: 'This wave is closed: its wording stays as people answered it.',
  ofReview: 'A ballot’s words are those of its design review: send “reviews”, and ask again there.',
  noSuchPart: 'This question is not in the wave. Nothing was changed.',
  tooMany: 'This wave was corrected too often. Close it and open a new one.',
};
export type CorrectionNotice = keyof typeof correctionNotices;

export const campaignsText = (format: Format) => {
  const people = (count: number) => format.plural(count, 'person', 'people');
  const at = (when: Instant, now: Instant) =>
    format.day(when) === format.day(now) ? format.time(when) : `${format.time(when)} on ${format.day(when)}`;
  return {
    summary: (programme: string) => `What ${programme} has sent`,
    title: 'What was sent',
    none: 'Nothing was sent to staff in the last two weeks.',
    purpose: (purpose: CampaignPurpose) => purposes[purpose] ?? purpose,
    states,
    counts,
    notices,
    heading: (purpose: CampaignPurpose, title: string) =>
      [purposes[purpose] ?? purpose, title].filter(Boolean).join(' · '),
    reminding: (pass: 1 | 2) =>
      `A reminder (${pass} of 2) is going to those who have not answered. Nobody is shown who they are.`,
    remindersToCome: (count: number) =>
      count === 1
        ? 'One reminder is to come.'
        : `${format.plural(count, 'reminder', 'reminders')} are to come.`,
    counting: 'It is still being counted. Refresh in a moment.',
    /** Says what the bar shows. All of it is said of everybody alone. */
    progress: ({ delivered, invited }: CampaignTotals) =>
      invited === 0
        ? 'Nobody is on the list.'
        : `${format.count(delivered)} of ${people(invited)} have it (${format.percent(delivered < invited ? Math.min(delivered / invited, 0.99) : 1)}).`,
    asked: 'On the list',
    count: (count: number) => format.count(count),
    because: (status: DeliveryStatus, reason: string, count: number) =>
      `${format.count(count)} ${counts[status].toLowerCase()}: ${reasons[reason] ?? reason}`,
    twice: (count: number) => `${people(count)} may have it twice.`,
    waiting: (count: number, until: Instant, now: Instant) =>
      `${format.plural(count, 'person gets it at an hour that suits', 'people get it at an hour that suits')}; the first at ${at(until, now)}.`,
    ends: (when: Instant, now: Instant) => `Everybody will have it at about ${at(when, now)}.`,
    stop: 'Stop sending',
    stopReminders: 'No more reminders',
    correct: 'Correct a wording',
    refresh: 'Refresh',
    more: 'Show earlier ones',
    first: 'Show the latest',
    byName: 'Who has it by name: your administrator can list them.',
    stillOpen: (closesAt: Instant) =>
      `Those who have it can still answer until ${format.lastDay(closesAt)}. To end that as well, close the wave.`,

    cancelSummary: 'Stop sending?',
    cancelTitle: 'Stop sending?',
    cancelTitleReminders: 'No more reminders?',
    have: (count: number) =>
      `${format.plural(count, 'person has it already and keeps it', 'people have it already and keep it')}.`,
    wouldNotGet: (count: number) => `${people(count)} would not get it.`,
    noReminders: 'No reminder goes out any more.',
    cannotUndo: 'This cannot be undone.',
    confirmStop: 'Yes, stop',
    keepSending: 'No, go on',

    correctSummary: 'Correct a wording',
    correctTitle: 'Correct a wording',
    correctWhich: 'Which wording is wrong?',
    correctMeaning: [
      'Only the wording changes. Answers that were given stay and count, and the trend goes on.',
      'Those who have the card see the new wording in it. Somebody who is typing into it at that moment may have to type again.',
    ],
    correctWarning:
      'If somebody might answer the new wording differently, do not correct it: close the wave and ask again.',
    waveTitle: 'The title',
    question: (position: number) => `Question ${position}`,
    titleLabel: 'Title, as it should be',
    textLabel: 'Question, as it should be',
    choiceLabel: (position: number) => `Choice ${position}, as it should be`,
    required: 'Please write the wording.',
    pick: 'Correct this',
    confirmCorrection: 'Same question: fix its wording',
    back: 'Back to the list',
    backToSent: 'Back to what was sent',
    corrected: 'The wording is corrected. Cards that people have are brought up to date now.',
    correctFile:
      'If the wording comes from the programme’s file, correct it there as well, for the next wave.',
    correctionNotices,
    /** On the result. */
    wordingCorrected: (when: Instant) =>
      `The wording was corrected on ${format.dayAndYear(when)}, while it was open.`,
  };
};
