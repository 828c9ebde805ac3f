/** A pulse before it is confirmed: what is asked, of whom, when, who could not be heard, and what is in the way. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import type { ChatPulse } from '../domain/pulse/chat-pulse';
import { type MissingInDraft, stepOfMissing } from '../domain/pulse/missing-in-draft';
import type { PulsePreview } from '../domain/pulse/pulse-preview';
import type { PlannedRun } from '../domain/schedule/schedule';
import type { MaskedKind } from '../domain/text/mask-text';
import type { PulseSetupNotice } from '../text/en/pulse-setup';
import { plainText } from './plain-text';
import {
  audienceLines,
  gateLines,
  gateWarnings,
  heardLines,
  questionLines,
  whenLines,
} from './pulse-preview-lines';
import { changeableSteps } from './pulse-steps';
import { part, parts } from './review-parts';
import { sampleDraft, sampleEmptyDraft, samplePreview } from './sample-pulse-draft';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface PulsePreviewView {
  readonly programme: ProgrammeSubject;
  readonly pulse: ChatPulse;
  /** Absent while the people are still being counted. */
  readonly outlook?: {
    readonly preview: PulsePreview;
    readonly nextRun?: PlannedRun;
    readonly missing: readonly MissingInDraft[];
  };
  readonly notice?: PulseSetupNotice;
  readonly masked?: readonly MaskedKind[];
}

const schema = z.strictObject({
  programmeId: line,
  pulseId: line,
  revision: z.number(),
  notices: box,
  heading: line,
  title: line,
  warnings: box,
  parts,
  ready: lines,
  inTheWay: lines,
  gaps: z.array(z.strictObject({ text: line, title: line, go: line })),
  confirms: z.array(z.strictObject({ title: line, style: line })),
  tries: z.array(z.strictObject({ title: line, questionId: line })),
  looks: z.array(z.strictObject({ title: line })),
  discards: z.array(z.strictObject({ title: line, meaning: line, confirm: line })),
  changeTitle: line,
  changes: z.array(z.strictObject({ title: line, go: line })),
});

export const pulsePreviewCard = defineCard<PulsePreviewView, typeof schema>({
  name: 'pulse-preview',
  schema,
  summarise: (_view, text) => text.pulseSetup.summary,
  bind: ({ programme, pulse, outlook, notice, masked = [] }, text) => {
    const { pulseSetup } = text;
    const { definition } = pulse;
    const missing = outlook?.missing ?? [];
    const [first] = definition.questions;
    return {
      programmeId: programme.id,
      pulseId: pulse.pulseId,
      revision: pulse.revision,
      notices: asBox([
        notice && pulseSetup.notices[notice],
        outlook ? undefined : pulseSetup.notices.counting,
        masked.length > 0 ? text.privacy.masked(masked) : undefined,
      ]),
      heading: plainText(programme.name),
      title: pulseSetup.previewTitle(plainText(definition.title) || pulseSetup.untitled),
      warnings: outlook ? asBox(gateWarnings(outlook.preview, text)) : [],
      parts: [
        ...part(pulseSetup.parts.questions, questionLines(definition, text)),
        ...part(pulseSetup.parts.audience, outlook ? audienceLines(outlook.preview, text) : []),
        ...part(pulseSetup.parts.heard, outlook ? heardLines(outlook.preview, text) : []),
        ...part(pulseSetup.parts.gates, outlook ? gateLines(outlook.preview, text) : []),
        ...part(pulseSetup.parts.when, whenLines(definition, outlook, text)),
      ],
      ready: asLines([outlook && missing.length === 0 ? pulseSetup.ready : undefined]),
      inTheWay: asLines([missing.length > 0 ? pulseSetup.inTheWayTitle : undefined]),
      gaps: missing.map((one) => ({
        text: plainText(pulseSetup.missing(one)),
        title: pulseSetup.mendIt,
        go: stepOfMissing(one, definition),
      })),
      confirms: [
        {
          title:
            outlook && outlook.preview.invited > 0 && !definition.schedule
              ? pulseSetup.confirmNow(outlook.preview.invited)
              : pulseSetup.confirmLater,
          style: missing.length > 0 ? 'default' : 'positive',
        },
      ],
      tries: first ? [{ title: pulseSetup.previewToMe, questionId: first.id }] : [],
      looks: outlook ? [] : [{ title: pulseSetup.lookAgain }],
      discards: [
        {
          title: pulseSetup.discard,
          meaning: pulseSetup.discardMeans,
          confirm: pulseSetup.confirmDiscard,
        },
      ],
      changeTitle: pulseSetup.changeTitle,
      changes: changeableSteps(definition).map((go) => ({ go, title: pulseSetup.change(go) })),
    };
  },
  samples: {
    'ready, again and again': {
      programme: sampleProgramme,
      pulse: sampleDraft,
      outlook: {
        preview: samplePreview,
        nextRun: {
          at: '2026-11-24T10:00:00.000Z' as Instant,
        },
        missing: [],
      },
      notice: 'previewed',
    },
    'with much in the way': {
      programme: sampleProgramme,
      pulse: sampleEmptyDraft,
      outlook: {
        preview: { ...samplePreview, invited: 0, writtenTo: 0, heard: [], tooSmall: [] },
        missing: [
          { part: 'title' },
          { part: 'unknownGroup', id: 'west', isLeftOut: true },
          { part: 'nobodyToAsk' },
          {
            part: 'askedAlready',
            title: 'Ready for go-live 3',
            closesAt: '2026-12-01T10:00:00.000Z' as Instant,
          },
          {
            part: 'askedAlready',
            title: 'Ready for go-live',
            opensAt: '2026-12-15T10:00:00.000Z' as Instant,
            closesAt: '2026-12-22T10:00:00.000Z' as Instant,
          },
        ],
      },
      notice: 'incomplete',
    },
    'while the people are counted': {
      programme: sampleProgramme,
      pulse: sampleDraft,
      masked: ['emailAddress'],
    },
  },
});
