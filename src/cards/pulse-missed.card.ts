/** A planned wave that did not open: what was due, why it did not happen, what comes next, and a button to open it now. */

import { z } from 'zod';
import type { PulseId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { MissedRun } from '../domain/pulse/pulse';
import type { PlannedRun } from '../domain/schedule/schedule';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { sampleMissedRun, sampleRunning, sampleStandstill } from './sample-schedule';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export type ScheduleNotice = keyof Catalogue['schedules']['notices'];

export interface PulseMissedView {
  readonly programme: ProgrammeSubject;
  readonly pulseId: PulseId;
  readonly title: string;
  readonly run: MissedRun;
  readonly nextRun?: PlannedRun;
  /** When a later run opened. */
  readonly overtakenAt?: Instant;
  readonly opened?: { readonly title: string; readonly opensAt: Instant };
  /** Whether its reader may open it and there is a pulse to open. */
  readonly mayOpen: boolean;
  readonly notice?: ScheduleNotice;
}

const schema = z.strictObject({
  programmeId: line,
  pulseId: line,
  plannedFor: line,
  heading: line,
  notices: box,
  title: line,
  paragraphs: lines,
  smallPrint: lines,
  opens: z.array(z.strictObject({ title: line })),
});

export const pulseMissedCard = defineCard<PulseMissedView, typeof schema>({
  name: 'pulse-missed',
  schema,
  summarise: ({ programme }, { schedules }) => schedules.missedSummary(programme.name),
  bind: (view, { schedules }) => {
    const { programme, pulseId, title, run, nextRun, opened, overtakenAt, mayOpen, notice } = view;
    const { inTheWay, ...plain } = run;
    const escaped = inTheWay === undefined ? plain : { ...plain, inTheWay: plainText(inTheWay) };
    return {
      programmeId: programme.id,
      pulseId,
      plannedFor: run.plannedFor,
      heading: plainText(programme.name),
      notices: asBox([notice && schedules.notices[notice]]),
      title: schedules.missedTitle(plainText(title)),
      paragraphs: asLines([
        schedules.missedDue(run),
        schedules.missedBecause(escaped),
        schedules.missedFurther(run),
        opened && schedules.openedSince(plainText(opened.title), opened.opensAt),
        overtakenAt && !opened ? schedules.overtaken(overtakenAt) : undefined,
        opened || overtakenAt ? undefined : schedules.missedRemedy(run),
      ]),
      smallPrint: asLines([nextRun ? schedules.nextRun(nextRun) : schedules.noNextRun]),
      opens: mayOpen && !opened ? [{ title: schedules.openIt }] : [],
    };
  },
  samples: {
    'a wave in the way': {
      programme: sampleProgramme,
      pulseId: sampleRunning.pulseId,
      title: 'Ready for go-live',
      run: sampleMissedRun,
      nextRun: { at: '2026-12-08T10:00:00.000Z' as Instant },
      mayOpen: true,
    },
    'nothing was running': {
      programme: sampleProgramme,
      pulseId: sampleRunning.pulseId,
      title: 'Ready for go-live',
      run: sampleStandstill,
      mayOpen: true,
      notice: 'nobodyToAsk',
    },
    'opened since': {
      programme: sampleProgramme,
      pulseId: sampleRunning.pulseId,
      title: 'Ready for go-live',
      run: sampleMissedRun,
      nextRun: { at: '2026-12-08T10:00:00.000Z' as Instant },
      opened: { title: 'Ready for go-live 5', opensAt: '2026-11-25T09:10:00.000Z' as Instant },
      mayOpen: true,
    },
    'a later run': {
      programme: sampleProgramme,
      pulseId: sampleRunning.pulseId,
      title: 'Ready for go-live',
      run: sampleMissedRun,
      overtakenAt: '2026-12-08T10:00:01.000Z' as Instant,
      mayOpen: false,
    },
  },
});
