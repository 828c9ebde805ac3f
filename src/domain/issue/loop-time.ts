/** How long the loop takes, from raised to confirmed, told only where nobody's issue can be made out in it. */

import type { WorkingCalendar } from '../calendar/working-calendar';
import { workingDaysBetween } from '../calendar/working-days';
import type { Day } from '../instant';
import type { Programme } from '../programme/programme';
import { type Issue, type IssueCategory, issueCategories } from './issue';
import { shownGroups, type TimedLeg } from './loop-groups';

/** Each from the one before; `whole` is from raised to confirmed. */
export const loopLegs = ['acknowledged', 'decided', 'told', 'confirmed', 'whole'] as const;
export type LoopLeg = (typeof loopLegs)[number];

/** The median in working days; `tooFew` where it is not shown. */
export type LegTime = number | 'tooFew';

/** All issues, or those of a category, of a site group, or of both. */
export interface LoopGroup {
  readonly category?: IssueCategory;
  /** Its id. */
  readonly siteGroup?: string;
  readonly legs: Readonly<Record<LoopLeg, LegTime>>;
}

type Timed = Pick<
  Issue,
  'raisedOn' | 'acknowledgedOn' | 'decidedOn' | 'toldOn' | 'confirmedOn' | 'category' | 'site' | 'status'
>;

/**
 * The whole first, then the groups of which any leg is shown. Merged issues are those they were merged into. Of an issue
 * that came back the first decision and the latest telling count, so that the legs add up.
 *
 * A leg is shown for a group in which at least k issues have it, and only if what is left of the larger group around it
 * is none or at least k: how many there are is never shown, and could still be guessed. A category may be parted by site
 * group. A site group as a whole is shown where every part of it is, or where no category is.
 */
export function loopTime(
  issues: readonly Timed[],
  programme: Pick<Programme, 'minimumGroupSize' | 'sites'>,
  calendar: WorkingCalendar,
): readonly LoopGroup[] {
  const siteGroups = new Map(programme.sites.map(({ odsCode, siteGroup }) => [odsCode, siteGroup]));
  const groups = new Map<string, { group: Omit<LoopGroup, 'legs'>; legs: Record<LoopLeg, LegTime> }>();
  for (const leg of loopLegs) {
    const timed = issues
      .filter(({ status }) => status !== 'merged')
      .flatMap(({ category, site, ...dates }): readonly TimedLeg[] => {
        const days = daysOf(dates, leg, calendar);
        return days === undefined ? [] : [{ days, category, siteGroup: siteGroups.get(site) ?? '' }];
      });
    for (const { group, items } of shownGroups(timed, programme.minimumGroupSize)) {
      const key = `${group.category ?? ''} ${group.siteGroup ?? ''}`;
      const known = groups.get(key) ?? { group, legs: { ...nothingShown } };
      known.legs[leg] = medianOf(items.map(({ days }) => days));
      groups.set(key, known);
    }
  }
  const whole = { legs: groups.get(' ')?.legs ?? nothingShown };
  const others = [...groups]
    .filter(([key]) => key !== ' ')
    .map(([, { group, legs }]) => ({ ...group, legs }));
  return [whole, ...others.sort(byPlace)];
}

const nothingShown: Readonly<Record<LoopLeg, LegTime>> = {
  acknowledged: 'tooFew',
  decided: 'tooFew',
  told: 'tooFew',
  confirmed: 'tooFew',
  whole: 'tooFew',
};

function daysOf(
  dates: Pick<Timed, 'raisedOn' | 'acknowledgedOn' | 'decidedOn' | 'toldOn' | 'confirmedOn'>,
  leg: LoopLeg,
  calendar: WorkingCalendar,
): number | undefined {
  const { raisedOn, acknowledgedOn, decidedOn, toldOn, confirmedOn } = dates;
  const ends: Readonly<Record<LoopLeg, readonly [Day | undefined, Day | undefined]>> = {
    acknowledged: [raisedOn, acknowledgedOn],
    decided: [acknowledgedOn, decidedOn],
    told: [decidedOn, toldOn],
    confirmed: [toldOn, confirmedOn],
    whole: [raisedOn, confirmedOn],
  };
  const [from, to] = ends[leg];
  return from && to ? workingDaysBetween(from, to, calendar) : undefined;
}

function medianOf(days: readonly number[]): number {
  const sorted = [...days].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Categories in their own order, each before its parts; site groups at the end. */
function byPlace(a: LoopGroup, b: LoopGroup): number {
  const placeOf = ({ category }: LoopGroup) =>
    category ? issueCategories.indexOf(category) : issueCategories.length;
  const [one, other] = [a.siteGroup ?? '', b.siteGroup ?? ''];
  return placeOf(a) - placeOf(b) || (one < other ? -1 : one > other ? 1 : 0);
}
