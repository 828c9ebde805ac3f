/** All of a colleague's answers are recorded: who can see what, what else they may do, and the way to hand the phone back. */

import { z } from 'zod';
import type { Catalogue } from '../text/catalogue';
import { type RecordedState, recordedParts, recordedShape } from './recorded-parts';
import { asLines, line, lines, sampleProgramme, sampleWave } from './subject';
import { defineCard } from './template';

export interface AssistRecordedView extends RecordedState {
  /** Sealed: says nothing to whoever reads the card. */
  readonly sitting: string;
  /** True for somebody who asked not to be asked: they are offered the way back. */
  readonly hasStopped: boolean;
  readonly notice?:
    | keyof Catalogue['pulse']['recordedNotices']
    | keyof Catalogue['assist']['recordedNotices'];
}

const schema = z.strictObject({
  ...recordedShape,
  sitting: line,
  title: line,
  afterwards: lines,
  finish: line,
  asking: line,
  askingChoice: z.enum(['stop', 'resume']),
});

const sample: AssistRecordedView = {
  programme: sampleProgramme,
  wave: sampleWave,
  backupRetentionDays: 7,
  sitting: 's'.repeat(200),
  hasStopped: false,
};

export const assistRecordedCard = defineCard<AssistRecordedView, typeof schema>({
  name: 'assist-recorded',
  schema,
  summarise: (_view, { assist }) => assist.recordedSummary,
  bind: (view, text) => {
    const { assist, pulse, privacy, asking } = text;
    const { wave, backupRetentionDays, sitting, hasStopped, notice } = view;
    const notices = { ...pulse.recordedNotices, ...assist.recordedNotices };
    const whoCanSee = [
      assist.whoSees,
      privacy.horizon(wave.closesAt, backupRetentionDays),
      privacy.onlyGroups(wave.minimumGroupSize),
      assist.countedTogether,
    ];
    return {
      ...recordedParts(view, { notice: notice && notices[notice], whoCanSee }, text),
      sitting,
      title: assist.recordedTitle,
      afterwards: asLines([assist.handBack, assist.codeUsed]),
      finish: assist.finish,
      asking: hasStopped ? asking.resume : asking.stop,
      askingChoice: hasStopped ? ('resume' as const) : ('stop' as const),
    };
  },
  samples: {
    recorded: sample,
    'comment saved': { ...sample, notice: 'commentSaved', masked: ['phoneNumber'] },
    'comment not confirmed': {
      ...sample,
      notice: 'commentNotConfirmed',
      typedComment: 'There is one laptop for the whole bay.',
    },
    'asking stopped': { ...sample, notice: 'stopped', hasStopped: true },
  },
});
