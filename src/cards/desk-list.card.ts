/** What waits for a role holder, oldest deadline first, each with a button that opens it in this card. */

import { z } from 'zod';
import type { DeskItemRef, DeskTask } from '../domain/desk/desk';
import type { ProgrammeId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface DeskLine extends DeskItemRef {
  readonly programmeId: ProgrammeId;
  /** Where the list is of several programmes. */
  readonly programmeName?: string;
  /** The question, the gate's name or the words. */
  readonly about: string;
  /** Absent once it no longer waits. */
  readonly waits?: { readonly task: DeskTask; readonly deadline: Instant; readonly step?: number };
}

export interface DeskListView {
  readonly kind: 'digest' | 'dueSoon' | 'all';
  readonly programme: ProgrammeSubject;
  readonly lines: readonly DeskLine[];
  readonly now: Instant;
  /** How many wait beside those listed. */
  readonly more?: number;
  /** Whence an opened item goes back: the send this list is, or `all`. */
  readonly from: string;
  /** The page after this one; 0 leads back to the first. */
  readonly nextPage?: number;
}

const mostWords = 240;

const schema = z.strictObject({
  programmeId: line,
  from: line,
  heading: lines,
  title: line,
  paragraphs: lines,
  items: z.array(
    z.strictObject({
      programmeId: line,
      kind: line,
      itemId: line,
      task: lines,
      about: line,
      standing: line,
      open: line,
    }),
  ),
  more: lines,
  pages: z.array(z.strictObject({ title: line, page: z.number() })),
});

export const deskListCard = defineCard<DeskListView, typeof schema>({
  name: 'desk-list',
  schema,
  summarise: ({ kind, programme }, { desk }) =>
    kind === 'all'
      ? desk.allSummary
      : kind === 'digest'
        ? desk.digestSummary(programme.name)
        : desk.dueSoonSummary(programme.name),
  bind: ({ kind, programme, lines: listed, now, more = 0, from, nextPage }, text) => {
    const { desk } = text;
    const isEmpty = listed.every(({ waits }) => waits === undefined) && more === 0;
    return {
      programmeId: programme.id,
      from,
      heading: asLines([kind === 'all' ? undefined : plainText(programme.name)]),
      title: desk.titles[kind],
      paragraphs: asLines(isEmpty ? [desk.nothing, desk.nothingPrompt] : [desk.order]),
      items: listed.map((one) => ({
        programmeId: one.programmeId,
        kind: one.kind,
        itemId: one.id,
        task: asLines([taskOf(one, text)]),
        about: plainText(shortened(one.about)) || desk.noWords,
        standing: standingOf(one, now, text),
        open: desk.open,
      })),
      more: asLines([more > 0 ? desk.more(more) : undefined]),
      pages:
        nextPage === undefined
          ? []
          : [{ title: nextPage === 0 ? desk.showFirst : desk.showMore, page: nextPage }],
    };
  },
  samples: {
    'nothing waits': {
      kind: 'all',
      programme: sampleProgramme,
      lines: [],
      now: '2026-11-24T09:00:00.000Z' as Instant,
      from: 'all',
    },
    'a full digest': {
      kind: 'digest',
      programme: sampleProgramme,
      lines: Array.from({ length: 8 }, (_, index): DeskLine => {
        const [task, kind] = (
          [
            ['decide', 'escalation'],
            ['gate', 'gate'],
            ['gateChange', 'gateChange'],
            ['triage', 'issue'],
            ['prepare', 'escalation'],
          ] as const
        )[index % 5] ?? ['decide', 'escalation'];
        const deadline = `2026-11-${24 + index > 30 ? 30 : 24 + index}T17:00:00.000Z` as Instant;
        const step = index === 0 ? { step: 2 } : {};
        return {
          kind,
          id: `larkfield-epr.item.${index}`,
          programmeId: sampleProgramme.id,
          about: `Should the wards of phase ${index + 1} start on the planned day? `.repeat(
            index % 2 ? 6 : 1,
          ),
          waits: { task, deadline, ...step },
        };
      }),
      now: '2026-11-25T09:00:00.000Z' as Instant,
      more: 5,
      from: 'desk.digest.2026-11-25.larkfield-epr.p1',
      nextPage: 1,
    },
    'due soon, one of two decided': {
      kind: 'dueSoon',
      programme: sampleProgramme,
      lines: [
        {
          kind: 'gate',
          id: 'gate.larkfield-epr.go-live',
          programmeId: sampleProgramme.id,
          about: 'Go-live at both sites',
          waits: { task: 'gate', deadline: '2026-11-25T17:00:00.000Z' as Instant },
        },
        {
          kind: 'escalation',
          id: 'escalation.w4',
          programmeId: sampleProgramme.id,
          about: 'What should we do about low confidence in Medical and dental?',
        },
      ],
      now: '2026-11-25T09:00:00.000Z' as Instant,
      from: 'desk.dueSoon.2026-11-25.larkfield-epr.p1',
    },
    'two programmes': {
      kind: 'all',
      programme: sampleProgramme,
      lines: [
        {
          kind: 'escalation',
          id: 'escalation.w4',
          programmeId: sampleProgramme.id,
          programmeName: sampleProgramme.name,
          about: '',
          waits: { task: 'prepare', deadline: '2026-11-25T17:00:00.000Z' as Instant },
        },
      ],
      now: '2026-11-25T09:00:00.000Z' as Instant,
      from: 'all',
      nextPage: 0,
    },
  },
});

function taskOf({ waits, programmeName }: DeskLine, { desk }: Catalogue): string | undefined {
  const task = waits && desk.task(waits.task, waits.step);
  if (programmeName === undefined) return task;
  const name = plainText(programmeName);
  return task === undefined ? name : desk.ofProgramme(task, name);
}

function standingOf({ waits }: DeskLine, now: Instant, { desk }: Catalogue): string {
  if (!waits) return desk.settled;
  if (waits.task === 'hazard') return desk.atOnce;
  return waits.deadline < now ? desk.overdue(waits.deadline) : desk.dueBy(waits.deadline);
}

function shortened(words: string): string {
  const letters = [...words.trim()];
  return letters.length <= mostWords ? letters.join('') : `${letters.slice(0, mostWords).join('').trim()}…`;
}
