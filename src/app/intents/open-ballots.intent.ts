/** Makes the wave that carries the ballots of a review's round: its key first, and once however often it is tried. */

import { openReview } from '../../domain/review/open-review';
import { currentProgramme } from '../programme/current-programme';
import { ensureRecord } from '../records';
import { frameOf } from '../review/open-review.use-case';
import { defineIntent } from './define-intent';

export const openBallotsIntent = defineIntent('open-ballots', 'review', async (context, review, { data }) => {
  const { store, keys } = context;
  const programme = await currentProgramme(context, review.programmeId);
  const round = review.rounds[Number(data?.number) - 1];
  if (!programme || !round) throw new Error(`review ${review.reviewId} has no round ${String(data?.number)}`);
  if (review.status !== 'open' || review.rounds.at(-1) !== round) return;
  const opened = openReview({
    review: { ...review, status: 'draft', rounds: review.rounds.slice(0, round.number - 1) },
    programme,
    frame: await frameOf(context, programme, review),
    worksText: context.wording.worksQuestion(),
    openedBy: String(data?.openedBy) as 'command',
    now: round.openedAt,
  });
  if (opened.outcome !== 'opened' || !opened.wave)
    throw new Error(`review ${review.reviewId} can no longer be asked`);
  const { waveId } = opened.wave;
  await ensureRecord(store, 'waveKey', { waveId, ...keys.newWaveKey(waveId) });
  // Its questions, its options and its closing are those of the round, whatever the programme says since.
  await ensureRecord(store, 'wave', { ...opened.wave, closesAt: round.closesAt });
  context.poke();
});
