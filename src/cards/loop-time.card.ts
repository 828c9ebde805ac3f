/** How long the loop takes, for all issues and for those groups in which nobody's issue can be made out. */

import { z } from 'zod';
import { issueCategories } from '../domain/issue/issue';
import { type LoopGroup, loopLegs } from '../domain/issue/loop-time';
import type { Programme } from '../domain/programme/programme';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asLines, line, lines, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface LoopTimeView {
  readonly programme: Pick<Programme, 'id' | 'name' | 'siteGroups' | 'minimumGroupSize'>;
  readonly groups: readonly LoopGroup[];
}

const schema = z.strictObject({
  heading: line,
  title: line,
  intro: line,
  groups: z.array(
    z.strictObject({ name: line, legs: z.array(z.strictObject({ title: line, value: line })) }),
  ),
  notes: lines,
});

/** A card has 28 KB. */
const mostGroups = 20;

/** “Training, Larkfield North” by the names that the programme gives. */
export function loopGroupName(
  { category, siteGroup }: LoopGroup,
  { siteGroups }: Pick<Programme, 'siteGroups'>,
  { bank, loopTime }: Pick<Catalogue, 'bank' | 'loopTime'>,
): string {
  const site = siteGroup && (siteGroups.find(({ id }) => id === siteGroup)?.name ?? loopTime.formerSite);
  const theme = category && bank.themes[category];
  if (theme && site) return loopTime.inSiteGroup(theme, site);
  return theme ?? site ?? loopTime.everything;
}

const legTimes = { acknowledged: 1, decided: 3.5, told: 0, confirmed: 10, whole: 15 };
const programme = {
  ...sampleProgramme,
  minimumGroupSize: 11,
  siteGroups: Array.from({ length: 6 }, (_, index) => ({
    id: `s${index}`,
    name: `Hospitals and community services of place ${index}`,
  })),
};

export const loopTimeCard = defineCard<LoopTimeView, typeof schema>({
  name: 'loop-time',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme: { name } }, { loopTime }) => loopTime.summary(name),
  bind: ({ programme: own, groups }, text) => {
    const { loopTime } = text;
    return {
      heading: plainText(own.name),
      title: loopTime.title,
      intro: loopTime.intro,
      groups: groups.slice(0, mostGroups).map((group) => ({
        name: plainText(loopGroupName(group, own, text)),
        legs: loopLegs.map((leg) => ({ title: loopTime.legs[leg], value: loopTime.days(group.legs[leg]) })),
      })),
      notes: asLines([
        loopTime.rule(own.minimumGroupSize),
        groups.length > mostGroups ? loopTime.leftOut : undefined,
      ]),
    };
  },
  samples: {
    'too few': {
      programme,
      groups: [
        {
          legs: {
            acknowledged: 1,
            decided: 'tooFew',
            told: 'tooFew',
            confirmed: 'tooFew',
            whole: 'tooFew',
          },
        },
      ],
    },
    'a large programme': {
      programme,
      groups: [
        { legs: legTimes },
        ...issueCategories.flatMap((category) => [
          { category, legs: legTimes },
          ...programme.siteGroups.map(({ id }) => ({ category, siteGroup: id, legs: legTimes })),
        ]),
      ],
    },
  },
});
