/** Everything of a pulse is recorded: until when it can be changed, who can see what, and what else one may do. */

import { z } from 'zod';
import type { Catalogue } from '../text/catalogue';
import { type RecordedState, recordedParts, recordedShape } from './recorded-parts';
import { line, sampleProgramme, sampleWave } from './subject';
import { defineCard } from './template';

export interface PulseRecordedView extends RecordedState {
  readonly notice?: keyof Catalogue['pulse']['recordedNotices'];
}

const schema = z.strictObject({
  ...recordedShape,
  title: line,
  canChange: line,
  raise: line,
  when: line,
  stop: line,
});

const sample: PulseRecordedView = { programme: sampleProgramme, wave: sampleWave, backupRetentionDays: 7 };

export const pulseRecordedCard = defineCard<PulseRecordedView, typeof schema>({
  name: 'pulse-recorded',
  schema,
  isSharedByMany: ({ typedComment }) => typedComment === undefined,
  summarise: ({ programme }, text) => text.pulse.recordedSummary(programme.name),
  bind: (view, text) => {
    const { pulse, privacy } = text;
    const { wave, backupRetentionDays, notice } = view;
    const whoCanSee = [
      privacy.horizon(wave.closesAt, backupRetentionDays),
      privacy.onlyGroups(wave.minimumGroupSize),
    ];
    return {
      ...recordedParts(view, { notice: notice && pulse.recordedNotices[notice], whoCanSee }, text),
      title: pulse.recordedTitle,
      canChange: pulse.canChangeUntil(wave.closesAt),
      raise: text.raising.raise,
      when: text.askingTime.open,
      stop: text.asking.stop,
    };
  },
  samples: {
    recorded: sample,
    'comment saved': { ...sample, notice: 'commentSaved', masked: ['nhsNumber', 'phoneNumber'] },
    'comment not confirmed': {
      ...sample,
      notice: 'commentNotConfirmed',
      typedComment: 'There is one laptop for the whole bay.',
    },
  },
});
