/** Releases a comment or keeps it back, once its wave is closed and only where its group may be shown. */

import type { CommentVerdict } from '../../domain/comment/comment-review';
import { reviewComment as decide, type ReviewOutcome } from '../../domain/comment/review-comment';
import type { PersonId, ProgrammeId, WaveId } from '../../domain/ids';
import { dayOf } from '../../domain/instant';
import type { AppContext } from '../context';
import type { Comment } from '../document-contents';
import { type Change, changeRecord } from '../records';
import { readReadableGroups } from './readable-comments';
import { isUnlinked } from './unlink-words';

export interface ReviewCommentCommand {
  readonly programmeId: ProgrammeId;
  readonly waveId: WaveId;
  readonly commentId: string;
  readonly verdict: CommentVerdict;
  /** Of the review that the card showed; 0 where it showed none. */
  readonly revision: number;
  readonly personId: PersonId;
}

/** `noSuchComment` also for a wave of another programme. @throws UnavailableError, possibly after the write. */
export async function reviewComment(
  context: Pick<AppContext, 'store' | 'clock'>,
  { programmeId, waveId, commentId, verdict, revision, personId }: ReviewCommentCommand,
): Promise<ReviewOutcome | 'noSuchComment'> {
  const { store, clock } = context;
  const groups = await readReadableGroups(store, programmeId, waveId);
  const tap = { verdict, revision, by: personId, on: dayOf(clock.now()) };
  if (groups.size === 0) return 'noSuchComment';
  const outcome = await changeRecord(
    store,
    'comment',
    waveId,
    commentId,
    (current): Change<Comment, ReviewOutcome | 'noSuchComment'> => {
      if (!isUnlinked(current)) return { outcome: 'noSuchComment' };
      const { outcome, review } = decide(current, tap, groups);
      return review ? { outcome, next: { ...current, review } } : { outcome };
    },
  );
  return outcome ?? 'noSuchComment';
}
