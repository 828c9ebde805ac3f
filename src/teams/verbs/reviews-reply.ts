/** The list of a programme's design reviews, or of its decisions that are to be confirmed. */

import { type OwnProgramme, programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { listReviews } from '../../app/review/list-reviews';
import { staleReviews } from '../../app/review/previous-decisions';
import { messageOf } from '../../cards/messages/message';
import { mayManageReviews } from '../../cards/messages/review-message';
import { noticeCard } from '../../cards/notice.card';
import { type ReviewListView, reviewListCard } from '../../cards/review-list.card';
import type { ProgrammeId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

const mostListed = 8;

interface ListedPart extends Pick<ReviewListView, 'only' | 'notice'> {
  readonly page?: number;
}

/** That of a programme which a card names: it may be another's by now. */
export async function listReply(
  edge: EdgeContext,
  actor: Actor,
  programmeId: ProgrammeId,
  part: ListedPart,
): Promise<Message> {
  const own = await programmesOf(edge.app, actor);
  const found = own.find(({ programme }) => programme.id === programmeId);
  return found
    ? reviewsReply(edge, actor, found, part)
    : messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
}

export async function reviewsReply(
  edge: EdgeContext,
  actor: Actor,
  { programme, roles }: OwnProgramme,
  { only, page = 0, notice }: ListedPart,
): Promise<Message> {
  const mayManage = mayManageReviews(roles);
  const found =
    only === 'stale' ? await staleReviews(edge.app, programme.id) : await listReviews(edge.app, programme.id);
  // A draft is for those who set it up.
  const listed = found.filter(({ status }) => status !== 'draft' || mayManage);
  const start = page * mostListed;
  const next = listed.length > start + mostListed ? page + 1 : page > 0 ? 0 : undefined;
  const view = {
    ...{ programme, only, mayManage },
    reviews: listed.slice(start, start + mostListed),
    ...(next === undefined ? {} : { nextPage: next }),
    ...(notice ? { notice } : {}),
  };
  return messageOf(reviewListCard, view, frameOf(edge, actor, programme));
}
