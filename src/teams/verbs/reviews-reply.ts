/** The list of a programme's design reviews, or of its decisions that are to be confirmed. */

import type { OwnProgramme } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { listReviews } from '../../app/review/list-reviews';
import { staleReviews } from '../../app/review/previous-decisions';
import { messageOf } from '../../cards/messages/message';
import { mayManageReviews } from '../../cards/messages/review-message';
import { reviewListCard } from '../../cards/review-list.card';
import { frameOf } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

const mostListed = 8;

export async function reviewsReply(
  edge: EdgeContext,
  actor: Actor,
  { programme, roles }: OwnProgramme,
  { only, page = 0 }: { readonly only: 'all' | 'stale'; readonly page?: number },
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
  };
  return messageOf(reviewListCard, view, frameOf(edge, actor, programme));
}
