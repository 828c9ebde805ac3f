/** The words around released figures, for the lead and for staff. */

import type { Band, WithheldLabel } from '../../domain/disclosure/release';
import type { Instant } from '../../domain/instant';
import type { QuestionKind } from '../../domain/pulse/question';
import type { Interval } from '../../domain/score/wilson';
import type { Format } from '../format';

const favourable: Record<QuestionKind, string> = {
  confidence: 'are confident',
  agreement: 'agree',
  scale: 'are favourable',
  choice: 'are favourable',
  option: 'are for this option',
  works: 'say it works for them',
  text: 'are favourable',
};

const bands: Record<Band, string> = {
  atMost20: 'At most 20 in 100',
  from20To80: 'Between 20 and 80 in 100',
  atLeast80: 'At least 80 in 100',
};

const bandsShort: Record<Band, string> = { atMost20: '≤ 20%', from20To80: '20–80%', atLeast80: '≥ 80%' };

const withheld: Record<WithheldLabel, string> = {
  notHeardYet: 'not heard yet',
  tooSmallToShow: 'too small to show',
};

export const resultsText = (format: Format) => {
  const ends = ({ lower, upper }: Interval) => [format.inHundred(lower), format.inHundred(upper)] as const;
  const of = (n: number, headcount: number) => `${format.count(n)} of ${format.count(headcount)}`;
  return {
    summary: (programme: string) => `A result from ${programme} is ready`,
    title: 'Result',
    closedOn: (releasedAt: Instant) => `Closed ${format.dayAndYear(releasedAt)}`,
    share: (kind: QuestionKind, share: number) => `${format.inHundred(share)} in 100 ${favourable[kind]}`,
    band: (kind: QuestionKind, band: Band) => `${bands[band]} ${favourable[kind]}`,
    /** “Likely between 31 and 46 in 100”. */
    interval: (interval: Interval) => {
      const [lower, upper] = ends(interval);
      return `Likely between ${lower} and ${upper} in 100`;
    },
    answers: (n: number, headcount: number) => `${of(n, headcount)} gave a view`,
    response: (percent: number) => `Response about ${percent}%`,
    netAgreement: (net: number) => `Net agreement ${format.signed(net)}`,
    mean: (mean: number) => `Mean ${format.count(mean)} of 100`,
    outsideEach: (dontKnowYet: number, notMyArea: number) =>
      `“I don’t know yet” ${format.percent(dontKnowYet)}, “not my area” ${format.percent(notMyArea)} of those who answered`,
    outsideTogether: (share: number) =>
      `“I don’t know yet” or “not my area” ${format.percent(share)} of those who answered`,
    dontKnowYetHigh: 'So many do not know yet that the share alone says little.',
    choice: (choice: string, count: number, n: number) =>
      `${choice}: ${format.percent(count / n)} (${of(count, n)})`,
    otherChoice: 'Something else',
    withheld,
    withheldTotal: {
      notHeardYet: 'Too few answers to show the overall figure.',
      tooSmallToShow: 'The overall figure is not shown: it would give a small group away.',
    },
    chanceOnly: 'The range covers chance, not those who chose not to answer.',
    leastConfident: 'Least confident group we can show',
    belowFloor: (groups: number, floor: number) =>
      `${format.plural(groups, 'group is', 'groups are')} below the floor of ${format.inHundred(floor)} in 100, even allowing for chance:`,
    noneBelowFloor: (floor: number) =>
      `No group that can be shown is clearly below the floor of ${format.inHundred(floor)} in 100.`,
    notHeardTitle: 'Who has not been heard',
    notHeardYet: (minimum: number) => `Not heard yet (fewer than ${minimum} answers):`,
    tooSmall: 'Too small to show (or held back to protect a small group):',
    lowestResponse: 'Lowest response:',
    groupResponse: (name: string, percent: number) => `${name}: about ${percent}%`,
    comments: {
      toReview: 'Comments wait to be read. Send “comments” to read them.',
      toRead: 'There are comments from staff. Send “comments” to read them.',
    },
    everyoneHeard: 'Every group can be shown.',
    showGroups: 'Show every group',
    showOtherQuestions: 'Show the other questions',
    factsKey: 'Share confident · group (likely range, answers of people)',
    belowKey: '▼ below the floor, even allowing for chance',
    marginsHeldBack: {
      siteGroup: 'Site groups as a whole are not shown: they would give a small group away.',
      staffFamily: 'Staff families as a whole are not shown: they would give a small group away.',
    },
    fallbacks: (questions: number) =>
      `Of ${format.plural(questions, 'question', 'questions')} the overall figure, site groups and staff families are held back: no safe choice of what to show beside small groups was found in time.`,
    finitePopulation: (interval: Interval, headcount: number) => {
      const [lower, upper] = ends(interval);
      return `Of just these ${format.count(headcount)} people: likely between ${lower} and ${upper} in 100 (finite population). No floor is judged by it.`;
    },
    bySiteGroup: 'By site group',
    byStaffFamily: 'By staff family',
    byShift: 'By shift',
    byEmployment: 'By kind of employment',
    byCohort: 'By cohort',
    byArea: 'By area of care',
    byGroup: 'By group, least confident first',
    shareInShort: (share: number, isBelowFloor: boolean) =>
      `${isBelowFloor ? '▼\u00a0' : ''}${format.percent(share)}`,
    bandInShort: (band: Band, isBelowFloor: boolean) => `${isBelowFloor ? '▼\u00a0' : ''}${bandsShort[band]}`,
    withheldInShort: '–',
    groupShown: (name: string, interval: Interval, n: number, headcount: number) => {
      const [lower, upper] = ends(interval);
      return `${name} (${lower}–${upper}%, ${of(n, headcount)})`;
    },
    groupInBand: (name: string, n: number, headcount: number) => `${name} (${of(n, headcount)})`,
    groupWithheld: (name: string, label: WithheldLabel, headcount: number) =>
      `${name} (${withheld[label]}, ${format.count(headcount)} people)`,
    restLeftOut: 'The rest does not fit on this card. The export of confidence scores has every group.',
    more: (count: number) => `and ${format.count(count)} more`,

    heardSummary: (programme: string) => `What we heard from ${programme}`,
    heardTitle: 'What we heard',
    heardThanks: (percent: number | undefined) =>
      percent === undefined
        ? 'Thank you to everyone who answered.'
        : `Thank you. About ${percent}% of us answered.`,
    least: (name: string, share: string) => `Least confident group we can show: ${name}, ${share}.`,
    heardNextTitle: 'What happens next',
    heardEscalated: (groups: number, floor: number, falling: number) => [
      ...(groups > 0
        ? [
            `In ${format.plural(groups, 'group', 'groups')}, fewer than ${format.inHundred(floor)} in 100 are confident.`,
          ]
        : []),
      ...(falling > 0
        ? [`In ${format.plural(falling, 'group', 'groups')}, confidence is falling from wave to wave.`]
        : []),
      'That goes to the executive who can decide what to do about it.',
      'Staff in those groups are told here what was decided, and why.',
    ],
    heardNoneBelow: (floor: number) => [
      `No group we can show is clearly below ${format.inHundred(floor)} in 100, the level this programme asks for.`,
      'We will ask again.',
    ],
    heardNothingShown: ['Too few of us answered to show a result.', 'We will ask again.'],
  };
};
