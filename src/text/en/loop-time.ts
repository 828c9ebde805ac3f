/** The words of the loop time: how long it takes from raised to confirmed. */

import type { LegTime, LoopLeg } from '../../domain/issue/loop-time';
import type { Format } from '../format';

const legs: Record<LoopLeg, string> = {
  acknowledged: 'Raised to acknowledged',
  decided: 'Acknowledged to decided',
  told: 'Decided to told',
  confirmed: 'Told to confirmed',
  whole: 'Raised to confirmed',
};

export const loopTimeText = (format: Format) => ({
  summary: (programme: string) => `${programme}: loop time`,
  title: 'Loop time',
  intro: 'Median working days, over all issues so far.',
  everything: 'All issues',
  inSiteGroup: (category: string, siteGroup: string) => `${category}, ${siteGroup}`,
  formerSite: 'Former sites',
  legs,
  days: (time: LegTime) =>
    time === 'tooFew' ? 'too few to show' : format.plural(time, 'working day', 'working days'),
  rule: (k: number) =>
    `Shown for at least ${k} issues, and only where the others can’t be told from it. Groups that are not listed are too few to show.`,
  leftOut: 'Some groups are left out here because the card is full. The command line shows all of them.',
});
