/** All of a colleague's answers are recorded: who can see what, what else they may do, and the way to hand the phone back. */

import { z } from 'zod';
import { maximumTextLength } from '../domain/pulse/fits-question';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import type { PulseRecordedView } from './pulse-recorded.card';
import { asBox, asLines, box, line, lines, sampleProgramme, sampleWave } from './subject';
import { defineCard } from './template';

export interface AssistRecordedView extends Omit<PulseRecordedView, 'notice'> {
  /** Sealed: says nothing to whoever reads the card. */
  readonly sitting: string;
  /** True for somebody who asked not to be asked: they are offered the way back. */
  readonly hasStopped: boolean;
  readonly notice?:
    | keyof Catalogue['pulse']['recordedNotices']
    | keyof Catalogue['assist']['recordedNotices'];
}

const schema = z.strictObject({
  programmeId: line,
  waveId: line,
  sitting: line,
  heading: line,
  notices: box,
  title: line,
  afterwards: lines,
  finish: line,
  whoCanSeeTitle: line,
  whoCanSee: lines,
  change: line,
  comment: line,
  commentHints: lines,
  commentLabel: line,
  commentTyped: z.string(),
  commentMaxLength: z.number(),
  commentRequired: line,
  saveComment: line,
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
  bind: (
    { programme, wave, backupRetentionDays, sitting, hasStopped, notice, masked = [], typedComment },
    { assist, pulse, privacy, asking },
  ) => {
    const notices = { ...pulse.recordedNotices, ...assist.recordedNotices };
    return {
      programmeId: programme.id,
      waveId: wave.waveId,
      sitting,
      heading: pulse.heading(plainText(programme.name), plainText(wave.title)),
      notices: asBox([notice && notices[notice], masked.length > 0 ? privacy.masked(masked) : undefined]),
      title: assist.recordedTitle,
      afterwards: asLines([assist.handBack, assist.codeUsed]),
      finish: assist.finish,
      whoCanSeeTitle: pulse.whoCanSeeTitle,
      whoCanSee: asLines([
        assist.whoSees,
        privacy.horizon(wave.closesAt, backupRetentionDays),
        privacy.onlyGroups(wave.minimumGroupSize),
        assist.countedTogether,
        privacy.notAboutYou,
        privacy.voluntary,
      ]),
      change: pulse.change,
      comment: pulse.comment,
      commentHints: asLines([
        pulse.noPatients,
        pulse.wordsMayTell,
        privacy.maskedBefore,
        privacy.comments(wave.minimumGroupSize),
        pulse.commentAdds,
      ]),
      commentLabel: pulse.commentLabel,
      commentTyped: typedComment ?? '',
      commentMaxLength: maximumTextLength,
      commentRequired: pulse.commentRequired,
      saveComment: pulse.saveComment,
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
