/** Everything of a pulse is recorded: until when it can be changed, who can see what, and what else one may do. */

import { z } from 'zod';
import { maximumTextLength } from '../domain/pulse/fits-question';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import {
  asBox,
  asLines,
  box,
  line,
  lines,
  type ProgrammeSubject,
  sampleProgramme,
  sampleWave,
  type WaveSubject,
} from './subject';
import { defineCard } from './template';

export interface PulseRecordedView {
  readonly programme: ProgrammeSubject;
  readonly wave: WaveSubject;
  /** Whole days, 0 or more. */
  readonly backupRetentionDays: number;
  readonly notice?: keyof Catalogue['pulse']['recordedNotices'];
  /** With `commentSaved`: what was taken out of the comment. */
  readonly masked?: readonly MaskedKind[];
  /** With `commentNotConfirmed`: the words, so that they need not be typed again. */
  readonly typedComment?: string;
}

const schema = z.strictObject({
  programmeId: line,
  waveId: line,
  heading: line,
  notices: box,
  title: line,
  canChange: line,
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
  bind: (
    { programme, wave, backupRetentionDays, notice, masked = [], typedComment },
    { pulse, privacy, asking, askingTime, raising },
  ) => ({
    programmeId: programme.id,
    waveId: wave.waveId,
    heading: pulse.heading(plainText(programme.name), plainText(wave.title)),
    notices: asBox([
      notice && pulse.recordedNotices[notice],
      masked.length > 0 ? privacy.masked(masked) : undefined,
    ]),
    title: pulse.recordedTitle,
    canChange: pulse.canChangeUntil(wave.closesAt),
    whoCanSeeTitle: pulse.whoCanSeeTitle,
    whoCanSee: asLines([
      privacy.horizon(wave.closesAt, backupRetentionDays),
      privacy.onlyGroups(wave.minimumGroupSize),
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
    raise: raising.raise,
    when: askingTime.open,
    stop: asking.stop,
  }),
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
