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
    /** “likely between 31 and 46 in 100”. */
    interval: (interval: Interval) => {
      const [lower, upper] = ends(interval);
      return `likely between ${lower} and ${upper} in 100`;
    },
    answers: (n: number, headcount: number) => `${of(n, headcount)} gave a view`,
    response: (percent: number) => `response about ${percent}%`,
    netAndMean: (net: number | undefined, mean: number | undefined) =>
      [
        net === undefined ? undefined : `net agreement ${format.signed(net)}`,
        mean === undefined ? undefined : `mean ${format.count(mean)} of 100`,
      ]
        .filter((part) => part !== undefined)
        .join(' · '),
    outsideEach: (dontKnowYet: number, notMyArea: number) =>
      `“I don’t know yet” ${format.percent(dontKnowYet)}, “not my area” ${format.percent(notMyArea)} of those who answered`,
    outsideTogether: (share: number) =>
      `“I don’t know yet” or “not my area” ${format.percent(share)} of those who answered`,
    withheld,
    withheldTotal: 'Too few answers to show the overall figure.',
    chanceOnly: 'The range covers chance, not those who chose not to answer.',
    leastConfident: 'Least confident group we can show',
    floor: (floor: number) => `The floor is ${format.inHundred(floor)} in 100.`,
    belowFloor: (groups: number) =>
      `${format.plural(groups, 'group is', 'groups are')} below it, chance allowed for:`,
    noneBelowFloor: 'No group that can be shown is below it, chance allowed for.',
    notHeardTitle: 'Who has not been heard',
    notHeardYet: (minimum: number) => `Not heard yet (fewer than ${minimum} answers)`,
    tooSmall: 'Too small to show (or held back to protect a small group)',
    lowestResponse: 'Lowest response',
    groupResponse: (name: string, percent: number) => `${name} (about ${percent}%)`,
    everyoneHeard: 'Every group can be shown.',
    showGroups: 'Show every group',
    showOtherQuestions: 'Show the other questions',
    factsKey: 'Share · likely range · answers of people',
    bySiteGroup: 'By site group',
    byStaffFamily: 'By staff family',
    byGroup: 'By group, least confident first',
    fact: (share: number, interval: Interval, n: number, headcount: number) => {
      const [lower, upper] = ends(interval);
      return `${format.percent(share)} · ${lower}–${upper}% · ${of(n, headcount)}`;
    },
    factBand: (band: Band, n: number, headcount: number) => `${bandsShort[band]} · ${of(n, headcount)}`,
    factWithheld: (label: WithheldLabel, headcount: number) =>
      `${withheld[label]} · ${format.count(headcount)} people`,
    factBelow: (fact: string) => `▼ ${fact}`,
    factBelowKey: '▼ below the floor',
    more: (names: string, count: number) => `${names} and ${format.count(count)} more`,

    heardSummary: (programme: string) => `What we heard from ${programme}`,
    heardTitle: 'What we heard',
    heardThanks: (percent: number | undefined) =>
      percent === undefined
        ? 'Thank you to everyone who answered.'
        : `Thank you. About ${percent}% of us answered.`,
    heardLeast: (name: string, figure: string) => `Least confident group we can show: ${name}. ${figure}.`,
    heardNextTitle: 'What happens next',
    heardEscalated: (groups: number, floor: number) => [
      `In ${format.plural(groups, 'group', 'groups')}, fewer than ${format.inHundred(floor)} in 100 are confident.`,
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
