/** The pulses of a programme: when each runs, what became of its last run, and when the next one is. */

import { z } from 'zod';
import type { PulseStanding } from '../domain/pulse/pulse-standing';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import type { ScheduleNotice } from './pulse-missed.card';
import {
  sampleByHand,
  sampleDraftPulse,
  sampleMissing,
  sampleRetired,
  sampleRunning,
} from './sample-schedule';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface PulseListView {
  readonly programme: ProgrammeSubject;
  readonly pulses: readonly PulseStanding[];
  /** Whether its reader may open and retire them. */
  readonly mayManage: boolean;
  /** The page after this one; 0 leads back to the first. */
  readonly nextPage?: number;
  readonly notice?: ScheduleNotice;
}

const form = { title: line, meaning: lines, confirm: line, pulseId: line };

const drafts = z.array(z.strictObject({ title: line, pulseId: line }));

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  notices: box,
  title: line,
  empty: lines,
  pulses: z.array(
    z.strictObject({
      name: line,
      standing: lines,
      /** None where its reader may do nothing: an empty row of buttons would be left. */
      forms: z.array(
        z.strictObject({
          opens: z.array(z.strictObject({ ...form, look: line })),
          retires: z.array(z.strictObject(form)),
          drafts,
        }),
      ),
    }),
  ),
  pages: z.array(z.strictObject({ title: line, page: z.number() })),
  news: z.array(z.strictObject({ title: line })),
});

export const pulseListCard = defineCard<PulseListView, typeof schema>({
  name: 'pulse-list',
  schema,
  summarise: ({ programme }, { schedules }) => schedules.listSummary(programme.name),
  bind: ({ programme, pulses, mayManage, nextPage, notice }, text) => {
    const { schedules } = text;
    return {
      programmeId: programme.id,
      heading: plainText(programme.name),
      notices: asBox([notice && schedules.notices[notice]]),
      title: schedules.listTitle,
      empty: asLines(pulses.length === 0 ? [schedules.none, schedules.nonePrompt] : []),
      pulses: pulses.map((pulse) => ({
        name: pulse.title ? plainText(pulse.title) : schedules.untitled,
        standing: asLines(standingOf(pulse, text)),
        forms: mayManage ? formsOf(pulse, text) : [],
      })),
      pages:
        nextPage === undefined
          ? []
          : [{ title: nextPage === 0 ? schedules.showFirst : schedules.showMore, page: nextPage }],
      news: mayManage ? [{ title: schedules.setUp }] : [],
    };
  },
  samples: {
    none: { programme: sampleProgramme, pulses: [], mayManage: true },
    'one of each': {
      programme: sampleProgramme,
      pulses: [sampleRunning, sampleMissing, sampleByHand, sampleDraftPulse, sampleRetired],
      mayManage: true,
      nextPage: 1,
      notice: 'askedAlready',
    },
    'to read': { programme: sampleProgramme, pulses: [sampleRunning, sampleMissing], mayManage: false },
  },
});

function standingOf(pulse: PulseStanding, { schedules }: Catalogue): (string | undefined)[] {
  const { status, schedule, nextRun, lastRun, lastWave } = pulse;
  const open = lastWave && lastWave.status !== 'closed' ? lastWave : undefined;
  const isOver = status !== 'confirmed';
  return [
    isOver ? schedules.statuses[status] : undefined,
    schedule && status !== 'retired'
      ? schedules.runs(schedules.describe(schedule, lastRun !== undefined))
      : undefined,
    !schedule && !isOver ? schedules.byHand : undefined,
    nextRun && schedules.nextRun(nextRun),
    schedule && !nextRun && !isOver ? schedules.noNextRun : undefined,
    lastRun && schedules.lastRun(lastRun),
    open && schedules.openUntil(plainText(open.title), open.closesAt),
    lastWave && !open ? schedules.lastWave(plainText(lastWave.title), lastWave.opensAt) : undefined,
  ];
}

function formsOf(
  { pulseId, from, status, nextRun, lastWave }: PulseStanding,
  { audience, schedules }: Catalogue,
) {
  if (status === 'draft') {
    return [{ opens: [], retires: [], drafts: [{ title: schedules.goOn, pulseId }] }];
  }
  if (status !== 'confirmed') return [];
  const isOpen = lastWave !== undefined && lastWave.status !== 'closed';
  if (isOpen && from === 'file') return [];
  const opens = {
    title: schedules.openNow,
    meaning: asLines(schedules.openMeans(nextRun)),
    confirm: schedules.confirmOpen,
    look: audience.look,
    pulseId,
  };
  const retires = {
    title: schedules.retire,
    meaning: asLines(schedules.retireMeans),
    confirm: schedules.confirmRetire,
    pulseId,
  };
  return [{ opens: isOpen ? [] : [opens], retires: from === 'chat' ? [retires] : [], drafts: [] }];
}
