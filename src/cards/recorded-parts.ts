/** What both cards of "everything is recorded" say and offer: who can see what, the way to change an answer, and a comment. */

import { z } from 'zod';
import { maximumTextLength } from '../domain/pulse/fits-question';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, type WaveSubject } from './subject';

export interface RecordedState {
  readonly programme: ProgrammeSubject;
  readonly wave: WaveSubject;
  /** Whole days, 0 or more. */
  readonly backupRetentionDays: number;
  /** With a comment that was saved: what was taken out of it. */
  readonly masked?: readonly MaskedKind[];
  /** With a comment that could not be confirmed: the words, so that they need not be typed again. */
  readonly typedComment?: string;
}

export const recordedShape = {
  programmeId: line,
  waveId: line,
  heading: line,
  notices: box,
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
};

/** @param said `whoCanSee`: what comes before the lines that both end with. */
export function recordedParts(
  { programme, wave, masked = [], typedComment = '' }: RecordedState,
  said: { readonly notice: string | undefined; readonly whoCanSee: readonly string[] },
  { pulse, privacy }: Catalogue,
) {
  return {
    programmeId: programme.id,
    waveId: wave.waveId,
    heading: pulse.heading(plainText(programme.name), plainText(wave.title)),
    notices: asBox([said.notice, masked.length > 0 ? privacy.masked(masked) : undefined]),
    whoCanSeeTitle: pulse.whoCanSeeTitle,
    whoCanSee: asLines([...said.whoCanSee, privacy.notAboutYou, privacy.voluntary]),
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
    commentTyped: typedComment,
    commentMaxLength: maximumTextLength,
    commentRequired: pulse.commentRequired,
    saveComment: pulse.saveComment,
  };
}
