/** What follows from a pulse that its lead has confirmed, how to see it, and how to undo it. */

import { z } from 'zod';
import { asId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { ChatPulse } from '../domain/pulse/chat-pulse';
import type { Wave } from '../domain/pulse/wave';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { sampleDraft } from './sample-pulse-draft';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme, sampleWave } from './subject';
import { defineCard } from './template';

export interface PulseConfirmedView {
  readonly programme: ProgrammeSubject;
  readonly pulse: Pick<ChatPulse, 'pulseId' | 'definition' | 'nextRun'>;
  /** Of a pulse without a schedule; absent while it is still being opened. */
  readonly wave?: Pick<Wave, 'title' | 'closesAt' | 'campaignId'> & { readonly invited: number };
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  nextTitle: line,
  next: lines,
  campaigns: z.array(z.strictObject({ title: line, campaignId: line })),
});

const confirmed = { ...sampleDraft, status: 'confirmed' } as const;
const { schedule: _schedule, ...opensAtOnce } = sampleDraft.definition;

export const pulseConfirmedCard = defineCard<PulseConfirmedView, typeof schema>({
  name: 'pulse-confirmed',
  schema,
  summarise: (_view, text) => text.pulseSetup.confirmedSummary,
  bind: ({ programme, pulse, wave }, text) => {
    const { pulseSetup } = text;
    const isScheduled = pulse.definition.schedule !== undefined;
    return {
      programmeId: programme.id,
      heading: plainText(programme.name),
      title: plainText(wave?.title ?? pulse.definition.title) || pulseSetup.untitled,
      paragraphs: asLines(isScheduled ? plannedLines(pulse, text) : openedLines(wave, text)),
      nextTitle: pulseSetup.whatNext,
      next: asLines([
        ...(isScheduled
          ? [pulseSetup.plannedNext, pulseSetup.pulses, pulseSetup.progressLater]
          : [pulseSetup.progress, pulseSetup.undoOpened, pulseSetup.againLater]),
        pulseSetup.itsId(pulse.pulseId),
      ]),
      campaigns: wave ? [{ title: pulseSetup.showProgress, campaignId: wave.campaignId }] : [],
    };
  },
  samples: {
    'open now': {
      programme: sampleProgramme,
      pulse: { ...confirmed, definition: opensAtOnce },
      wave: { ...sampleWave, campaignId: asId('invite.larkfield-epr.readiness.w4'), invited: 655 },
    },
    'being opened': { programme: sampleProgramme, pulse: { ...confirmed, definition: opensAtOnce } },
    planned: {
      programme: sampleProgramme,
      pulse: { ...confirmed, nextRun: { at: '2026-11-24T10:00:00.000Z' as Instant } },
    },
  },
});

function openedLines(wave: PulseConfirmedView['wave'], { pulseSetup }: Catalogue) {
  if (!wave) return [pulseSetup.confirming];
  return [pulseSetup.opened(wave.invited), pulseSetup.openUntil(wave.closesAt)];
}

function plannedLines(
  { definition, nextRun }: PulseConfirmedView['pulse'],
  { pulseSetup, schedules }: Catalogue,
) {
  const { schedule } = definition;
  return [
    nextRun ? pulseSetup.planned : pulseSetup.noRun,
    schedule ? schedules.runs(schedules.describe(schedule)) : undefined,
    nextRun ? schedules.nextRun(nextRun) : undefined,
  ];
}
