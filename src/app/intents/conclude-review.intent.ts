/** The votes of a review are counted: in a wave once it is released, in a review itself when its panel's time is over. */

import { asId } from '../../domain/ids';
import type { IntentHandler } from '../intent-handler';
import { currentProgramme } from '../programme/current-programme';
import { concludeRound } from '../review/conclude-round';
import { judgeWorkarounds } from '../review/judge-workarounds';
import { findReview } from '../review/save-review-draft.use-case';

export const concludeReviewIntent: IntentHandler = {
  kind: 'conclude-review',
  async carryOut(context, { document }) {
    if (document.type !== 'wave' && document.type !== 'review')
      throw new Error(`a ${document.type} holds no votes on a review`);
    const { programmeId, reviewId } = document;
    const programme = await currentProgramme(context, programmeId);
    const review = reviewId && (await findReview(context, { programmeId, reviewId: asId(reviewId) }));
    if (!programme || !review) throw new Error('the review of a vote does not exist');
    const waveId = document.type === 'wave' ? document.waveId : undefined;
    if (waveId && !review.rounds.some((round) => round.waveId === waveId)) {
      await judgeWorkarounds(context, programme, review, waveId);
    } else await concludeRound(context, programme, review, waveId);
    context.poke();
  },
};
