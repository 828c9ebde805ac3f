/** The open hazards of a programme: how old each is, and who has it. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import type { Issue } from '../domain/issue/issue';
import type { ShownPlace } from '../domain/issue/shown-place';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { sampleAcknowledgedHazard, sampleHazard } from './sample-hazard';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface HazardListView {
  readonly programme: ProgrammeSubject;
  /** The oldest first. */
  readonly hazards: readonly {
    readonly issue: Pick<Issue, 'issueId' | 'category' | 'raisedOn' | 'hazard'>;
    readonly place: ShownPlace;
  }[];
  /** How many there are beside these. */
  readonly more: number;
  readonly now: Instant;
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  hazards: z.array(z.strictObject({ name: line, lines, issueId: line, open: line })),
});

const noon = (day: string) => `${day}T12:00:00.000Z` as Instant;

function linesOf(
  { raisedOn, hazard }: HazardListView['hazards'][number]['issue'],
  now: Instant,
  { hazards, roles }: Catalogue,
) {
  const days = Math.max(
    0,
    Math.round((Date.parse(noon(now.slice(0, 10))) - Date.parse(noon(raisedOn))) / 86_400_000),
  );
  const { acknowledged } = hazard ?? {};
  return [
    hazards.listed(noon(raisedOn), days),
    acknowledged
      ? hazards.acknowledgedBy(plainText(acknowledged.byName), roles[acknowledged.role], acknowledged.at)
      : hazards.notAcknowledged,
  ];
}

const sample: HazardListView = {
  programme: sampleProgramme,
  hazards: [
    {
      issue: sampleAcknowledgedHazard,
      place: { name: 'Ward 7, Larkfield General', isSiteGroup: false },
    },
    { issue: sampleHazard, place: { name: 'Community clinics, north', isSiteGroup: true } },
  ],
  more: 0,
  now: '2026-11-26T09:00:00.000Z' as Instant,
};

export const hazardListCard = defineCard<HazardListView, typeof schema>({
  name: 'hazard-list',
  schema,
  summarise: ({ programme }, { hazards }) => hazards.settledSummary(programme.name),
  bind: ({ programme, hazards: listed, more, now }, text) => {
    const { hazards, bank } = text;
    return {
      programmeId: programme.id,
      heading: plainText(programme.name),
      title: hazards.listTitle,
      paragraphs: asLines([
        listed.length === 0 ? hazards.listNone : undefined,
        more > 0 ? hazards.moreHazards(more) : undefined,
      ]),
      hazards: listed.map(({ issue, place }) => ({
        name: hazards.listedAs(bank.themes[issue.category], plainText(place.name)),
        lines: asLines(linesOf(issue, now, text)),
        issueId: issue.issueId,
        open: hazards.open,
      })),
    };
  },
  samples: {
    two: sample,
    many: {
      ...sample,
      hazards: Array.from({ length: 12 }, (_, index) => sample.hazards[index % 2]).filter(
        (one) => one !== undefined,
      ),
      more: 4,
    },
    none: { ...sample, hazards: [] },
  },
});
