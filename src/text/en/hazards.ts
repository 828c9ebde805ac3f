/** The words of what could harm a patient: to the clinical safety officer, and back to whoever raised it. */

import type { Instant } from '../../domain/instant';
import type { HazardClosing } from '../../domain/issue/issue';
import type { Format } from '../format';

const closings: Record<HazardClosing['status'], string> = {
  mitigated: 'A hazard, mitigated',
  notAHazard: 'Not a hazard',
};

export const hazardsText = (format: Format) => {
  const when = (at: Instant) => `on ${format.dayAndYear(at)} at ${format.time(at)}`;
  return {
    summary: (programme: string) => `${programme}: a safety concern needs you`,
    settledSummary: (programme: string) => `${programme}: a safety concern`,
    titles: {
      unacknowledged: 'Could harm a patient: nobody has acknowledged it',
      acknowledged: 'Could harm a patient: open',
      ...closings,
    },
    wordsTitle: 'In their words',
    reviewLabel: 'Design review',
    categoryLabel: 'Theme',
    siteLabel: 'Site',
    siteGroupLabel: 'Site group',
    effectLabel: 'At work',
    raisedLabel: 'Raised on',
    raiserLabel: 'Raised by',
    nameHidden: 'Name not shown',
    smallSite: 'The site has few people, so only its group is shown.',
    nobodyElse: 'Nobody else is watching this. It goes on to others until somebody acknowledges it.',
    acknowledgedBy: (name: string, role: string, at: Instant) =>
      `Acknowledged by ${name}, ${role}, ${when(at)}.`,
    closedBy: (name: string, role: string, at: Instant) => `Closed by ${name}, ${role}, ${when(at)}:`,
    closedBefore: (status: HazardClosing['status'], name: string, at: Instant) =>
      `${closings[status]}, said ${name} ${when(at)}:`,
    gatesWait: 'While it is open, a gate that asks for no open hazard is not met.',
    standIn:
      'It comes to you because this programme has no clinical safety officer, or no deputy. You can acknowledge it. Only they can close it: please have one named in the programme file.',
    readOnly: 'Only the clinical safety officer or the deputy can close it.',

    acknowledge: 'Acknowledge: I have it',
    mitigate: 'Hazard, mitigated by …',
    mitigatedLabel: 'What mitigates it. Whoever raised it reads this',
    mitigatedConfirm: 'Close as mitigated',
    notAHazard: 'Not a hazard, because …',
    notAHazardLabel: 'Why it is no hazard. Whoever raised it reads this',
    notAHazardConfirm: 'Close as not a hazard',
    wordsRequired: 'Please write it: whoever raised it is told.',
    reopen: 'It is a hazard after all',
    ask: 'Ask the raiser',
    askLabel: 'Your question. You will not learn who it is',
    askRequired: 'Please write the question.',
    askConfirm: 'Send the question',
    notices: {
      acknowledged: 'You have it. Nobody is alerted any more.',
      alreadyAcknowledged: 'Somebody was first: see below. Your tap changed nothing.',
      closed: 'Closed. Whoever raised it is told.',
      reopened: 'Open again, and you have it.',
      alreadyClosed: 'It was closed before your tap, which changed nothing.',
      incomplete: 'Please write the reason. Nothing was closed.',
      noHazard: 'This has moved on since the card was made. Your tap changed nothing.',
      anotherRole: 'That is for the clinical safety officer. Nothing was changed.',
      asked: 'Your question is on its way.',
      askIncomplete: 'Please write the question. Nothing was sent.',
      askTooLong: 'That is too long for one question. Nothing was sent.',
      notPossible: 'Nobody can be asked about this any more. Nothing was sent.',
      notConfirmed: 'We could not confirm this: tap again.',
    },

    listTitle: 'Open hazards',
    listedAs: (category: string, place: string) => `${category}: ${place}`,
    listNone: 'No hazard is open.',
    listed: (raisedOn: Instant, days: number) =>
      `Raised on ${format.date(raisedOn)}, ${days === 0 ? 'today' : `${format.plural(days, 'day', 'days')} ago`}.`,
    notAcknowledged: 'Nobody has acknowledged it.',
    moreHazards: (count: number) =>
      `And ${format.plural(count, 'more', 'more')}: they follow as these are closed.`,
    open: 'Show this hazard',
  };
};
