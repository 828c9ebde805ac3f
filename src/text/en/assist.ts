/** The words of a champion's device: for its owner, and for the colleague without Teams who answers on it. */

import { sittingMinutes } from '../../domain/assist/sitting';
import { mostWrongCodes } from '../../domain/assist/wrong-codes';
import type { AssistedAnswers } from '../../domain/disclosure/release';
import type { Format } from '../format';

export const assistText = (format: Format) => ({
  startSummary: 'A colleague can answer on your phone',
  startTitle: 'Let a colleague answer on your phone',
  startFor: 'For a colleague without Teams who stands beside you. Type their one-time code.',
  startYours:
    'Then hand the phone over. What they say is theirs: please look away, and tell nobody what you may have seen.',
  codeLabel: 'Their one-time code',
  codePlaceholder: 'ABCD-EFGH',
  codeRequired: 'Please type the code first.',
  begin: 'Begin',
  codeOnce: 'A code is good once in each pulse. Please do not keep it.',
  startNotices: {
    refused:
      'This code cannot be used now. It may be mistyped, replaced or used already, or there may be nothing to answer. Whoever hands out codes can give a new one.',
    tooMany: `${mostWrongCodes} codes could not be used. You can try again in the next hour of the clock.`,
    notConfirmed: 'We could not confirm this: tap again.',
    finished: 'Finished, and thank you both. The next colleague can begin here.',
    over: `The colleague’s turn is over: it was ended, ${sittingMinutes} minutes have passed, or the pulse has closed. The last tap was not recorded. What was confirmed before counts.`,
  },
  unsaved: 'These words were not saved. Copy them if you want to keep them:',

  questionSummary: 'Questions for a colleague',
  questionForYou: 'Take the phone: this is for you, not for its owner.',
  whoSees:
    'The owner of this phone knows that you take part, and may see the screen. What we keep does not say on whose phone you answered.',
  stopHere: 'Stop and hand the phone back',

  recordedSummary: 'The colleague’s answers are recorded',
  recordedTitle: 'Recorded. Thank you.',
  handBack: 'Nothing you said is shown here. Hand the phone back when you have finished.',
  codeUsed: 'Your code is used up for this pulse. To change your answers later you need a new one.',
  countedTogether:
    'Results say only for everybody together, and never exactly, how many answers were given beside a champion.',
  finish: 'Finish and hand the phone back',
  recordedNotices: {
    stopped: 'You will not be asked again. Results count you among those who chose not to be asked.',
    resumed: 'You will be asked again from the next pulse on.',
    notConfirmed: 'We could not confirm this: tap again.',
  },

  /** Beside the results of a wave in which people without Teams were asked. */
  label: (assisted: AssistedAnswers) => labelOf(assisted, format),
  ofWave: (wave: string, assisted: AssistedAnswers) => `${wave}. ${labelOf(assisted, format)}`,
});

function labelOf({ headcount, answers }: AssistedAnswers, format: Format): string {
  const people = format.plural(headcount, 'person', 'people');
  const asked = `Assisted: ${people} of those who were asked could answer only beside a champion, without Teams of their own.`;
  switch (answers.label) {
    case 'fewerThan':
      return `${asked} Fewer than ${answers.limit} did.`;
    case 'between':
      return `${asked} ${answers.from} to ${answers.to} did.`;
    case 'tooSmallToShow':
      return `${asked} How many did is not shown, so that nobody’s answer can be worked out.`;
  }
}
