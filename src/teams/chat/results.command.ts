/** "results": the result card of the latest closed wave, for those who run or sponsor the programme. */

import { commentAccess } from '../../app/comment/comment-access';
import { hasCommentsToMention } from '../../app/comment/comments-to-mention';
import { programmeLedBy } from '../../app/people/programmes-of';
import { readLatestRelease } from '../../app/wave/read-latest-release';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { type WaveResultView, waveResultCard } from '../../cards/wave-result.card';
import type { Release } from '../../domain/disclosure/release';
import { readingRoles } from '../../domain/programme/reading-roles';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

type Mention = Pick<WaveResultView, 'comments'>;

export const resultsCommand = defineChatCommand({
  name: 'results',
  pattern: /^(results?|latest results?)$/i,
  async handle(edge, { actor }) {
    const programme = await programmeLedBy(edge.app, actor, readingRoles);
    if (!programme) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    const frame = frameOf(edge, actor, programme);
    const latest = await readLatestRelease(edge.app.store, programme);
    if (!latest) return messageOf(noticeCard, { kind: 'noResult' }, frame);
    const comments = await commentsMention(edge, actor, latest.release);
    return messageOf(waveResultCard, { programme, ...latest, ...comments }, frame);
  },
});

async function commentsMention({ app }: EdgeContext, actor: Actor, release: Release): Promise<Mention> {
  const answer = await commentAccess(app, { ...actor, programmeId: release.programmeId });
  if (answer.outcome !== 'allowed') return {};
  if (!(await hasCommentsToMention(app.store, release, answer.access))) return {};
  return { comments: answer.access === 'review' ? 'toReview' : 'toRead' };
}
