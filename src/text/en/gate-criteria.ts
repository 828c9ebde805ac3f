/** The words of a gate's criteria: what each says now, why it holds the gate back, and what would change that. */

import type { Criterion } from '../../domain/gate/gate-definition';
import type {
  CountedShare,
  OpenBlockers,
  PeopleColumn,
  Reason,
  ReviewStanding,
} from '../../domain/gate/verdict';
import type { Day, Instant } from '../../domain/instant';
import type { Interval } from '../../domain/score/wilson';
import type { Format } from '../format';

const kinds: Record<Criterion['kind'], string> = {
  confidence: 'Confidence',
  response: 'Response',
  training: 'Training',
  accessTested: 'Access tested',
  evidence: 'Evidence',
  safetyCase: 'Safety case',
  openBlockers: 'Open hazards and blockers',
  reviewsAgreed: 'Design reviews agreed',
};

type ReviewsReason = Extract<Reason, { readonly kind: 'reviews' }>;

const reviewStandings: Record<ReviewStanding, string> = {
  open: 'still open to votes',
  waitsForDecision: 'waits for its decision',
  rejected: 'rejected, with no later review decided',
  deferred: 'deferred',
  toBeConfirmed: 'to be confirmed, something changed since it was decided',
};

const columns: Record<PeopleColumn, string> = {
  trained_on: 'trained_on',
  works_first_fortnight: 'works_first_fortnight',
  access_tested_on: 'access_tested_on',
};

export const gateCriteriaText = (format: Format) => {
  const onDay = (day: Day) => format.dayAndYear(`${day}T12:00:00.000Z` as Instant);
  /** Rounding must not make a share seem to reach what it does not. */
  const inHundred = (share: number, floor: number | undefined) => {
    const seems = floor !== undefined && share < floor && format.inHundred(share) === format.inHundred(floor);
    return `${seems ? 'just under ' : ''}${format.inHundred(share)}`;
  };
  const of = ({ counted, of: all }: CountedShare) => `${format.count(counted)} of ${format.count(all)}`;
  const counted = (share: CountedShare, floor: number | undefined) =>
    `${inHundred(share.counted / share.of, floor)} in 100`;
  const openOf = ({ hazards, blockers }: OpenBlockers) => {
    const parts = [
      ...(hazards > 0 ? [format.plural(hazards, 'hazard', 'hazards')] : []),
      ...(blockers > 0 ? [format.plural(blockers, 'blocker', 'blockers')] : []),
    ];
    return `${format.list(parts)} ${hazards + blockers === 1 ? 'is' : 'are'} open`;
  };
  return {
    criteriaTitle: (isOver: boolean) => (isOver ? 'What held it back' : 'What holds it back'),
    allMet: 'Every criterion is met.',
    criterion: (kind: Criterion['kind'], what: string | undefined) =>
      what === undefined ? kinds[kind] : `${kinds[kind]}: ${what}`,
    everyone: 'everyone',
    metByAssurance: 'Met by assurance, too small to show',
    moreCriteria: (count: number, areAll: boolean) =>
      areAll
        ? `Show ${count === 1 ? 'the criterion' : `the ${format.count(count)} criteria`}`
        : `Show ${format.plural(count, 'other criterion', 'other criteria')}`,
    shareReleased: (share: string, { lower, upper }: Interval, floor: number) =>
      `${share} (likely between ${inHundred(lower, floor)} and ${inHundred(upper, floor)} in 100). The lower end must reach ${format.inHundred(floor)}.`,
    bandReleased: (band: string, floor: number) =>
      `${band}. The lower end must reach ${format.inHundred(floor)}.`,
    from: (answers: string, wave: string, released: Instant) =>
      `${answers}, in “${wave}”, closed ${format.date(released)}.`,
    dontKnowYet: (share: number) =>
      `${format.inHundred(share)} in 100 say “I don’t know yet”: more than 30 is not met, whatever the others say.`,
    response: (percent: number, floor: number) =>
      `About ${percent}% answered, to the nearest 5; ${format.percent(floor)} is asked.`,
    inWave: (wave: string, released: Instant) => `“${wave}”, closed ${format.date(released)}.`,
    noRelease: 'No wave of this pulse has been released yet.',
    tooFewAnswers: (minimum: number, wave: string) => `Fewer than ${minimum} answers in “${wave}”.`,
    heldBack: (wave: string) =>
      `“${wave}” does not show this group: it is small, or it would give a small one away.`,
    merged: (wave: string) => `“${wave}” speaks of this group only together with others.`,
    partlyAsked: (wave: string) =>
      `“${wave}” asked a part of this group only, and no wave before it asked the whole: it says nothing of the rest.`,
    training: (all: CountedShare, floor: number) =>
      `${counted(all, floor)} of all users are trained (${of(all)}); ${format.inHundred(floor)} are asked.`,
    trainingFortnight: (share: CountedShare, floor: number) =>
      `${counted(share, floor)} of those who work in the first fortnight (${of(share)}).`,
    fortnightNotShown:
      'Those who work in the first fortnight are nearly all of them: not shown apart, and judged as well.',
    trainingCounts: 'Training counts for 84 days before the go-live.',
    accessTested: (all: CountedShare, floor: number) =>
      `${counted(all, floor)} have tested their access (${of(all)}); ${format.inHundred(floor)} are asked.`,
    fewPeople: {
      group: (minimum: number) => `Fewer than ${minimum} people: no figure is shown.`,
      firstFortnight: (minimum: number) =>
        `Fewer than ${minimum} people work in the first fortnight: no figure is shown.`,
    },
    missingColumn: (column: PeopleColumn) => `The people file has no “${columns[column]}”.`,
    stated: (by: string, role: string, on: Instant) => `Stated by ${by}, ${role}, on ${format.date(on)}:`,
    notStated: (owner: string | undefined, due: Day | undefined, isOverdue: boolean) => {
      if (!due) return 'The clinical safety officer has not stated it yet.';
      return `${owner ? `${owner}: ` : ''}${isOverdue ? 'was due' : 'due'} ${onDay(due)}, nothing stated yet.`;
    },
    openBlockers: (open: OpenBlockers) =>
      open.hazards + open.blockers === 0 ? 'No hazard and no blocker is open.' : `${openOf(open)}.`,
    reviews: ({ agreed, unsettled, more, unheard }: Omit<ReviewsReason, 'kind'>) => [
      agreed + unsettled.length + more === 0
        ? 'No design review has been asked yet.'
        : `${format.count(agreed)} of ${format.plural(agreed + unsettled.length + more, 'design review', 'design reviews')} decided and still standing.`,
      ...unsettled.map(({ title, standing }) => `${title}: ${reviewStandings[standing]}.`),
      ...(more > 0 ? [`And ${format.count(more)} more.`] : []),
      ...unheard.map((workflow) => `${workflow}: no design review yet.`),
    ],
    assurance: (by: string, on: Day) => `${by} went and looked on ${onDay(on)}:`,
    recordedBy: (by: string, role: string) => `Recorded by ${by}, ${role}.`,

    change: {
      favourable: (needed: number, all: number, now: number | undefined) =>
        `Met with ${format.count(needed)} of ${format.count(all)} favourable${now === undefined ? '' : ` (${format.count(now)} now)`}.`,
      viewsAtThisShare: (views: number) => `Or with ${format.count(views)} views at this share.`,
      views: (needed: number, now: number) =>
        `Too few views for this floor: at least ${format.count(needed)}, now ${format.count(now)}.`,
      dontKnowYet: (most: number) =>
        `Met needs at most ${format.inHundred(most)} in 100 who do not know yet.`,
      response: (percent: number) => `Met with about ${percent}%.`,
      people: (all: number, fortnight: number | undefined) => {
        const parts = [
          all > 0 ? `${format.count(all)} more of all users` : undefined,
          fortnight !== undefined && fortnight > 0
            ? `${format.count(fortnight)} more of those in the first fortnight`
            : undefined,
        ].filter((part) => part !== undefined);
        return parts.length > 0
          ? `Met with ${parts.join(' and ')}.`
          : 'Met with more in the first fortnight.';
      },
      answers: (minimum: number) => `Can be judged with at least ${minimum} answers.`,
      aResult: 'Can be judged when a wave is released.',
      wholeGroup: 'Can be judged when a wave that asks the whole group is released.',
      column: (column: PeopleColumn) => `Can be judged with “${columns[column]}” in the people file.`,
      assurance: 'Can be met by the assurance of a named person who went and looked.',
      owner: 'Met when the programme team states that it is there.',
      safetyOfficer: 'Met when the clinical safety officer states that the safety case is accepted.',
      closed: ({ hazards, blockers }: OpenBlockers) => {
        const parts = [
          hazards > 0 ? 'the clinical safety officer has closed every hazard' : undefined,
          blockers > 0 ? 'every blocker is dealt with' : undefined,
        ].filter((part) => part !== undefined);
        return `Met when ${format.list(parts)}.`;
      },
      reviews: (needed: number) =>
        needed === 0
          ? 'Can be judged once a design review is decided.'
          : `Met when ${needed === 1 ? 'it is' : `all ${format.count(needed)} are`} decided for an option.`,
      notYetPossible: 'No figure that can be shown would meet it yet.',
    },
  };
};
