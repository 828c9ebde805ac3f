/** Opens a ballot from the list, goes back to the list, or begins a vote anew. Changes nothing. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import type { ReviewId } from '../../domain/ids';
import { defineVerb } from '../verb';
import { ballotListReply, ballotReply } from './ballot-reply';
import { idField, subject } from './subject';

export const ballotShowVerb = defineVerb({
  name: verbNames.ballotShow,
  schema: z.object({
    ...subject,
    /** Absent: the list. */
    reviewId: idField<ReviewId>().optional(),
    list: z.string().max(3).optional(),
    anew: z.string().max(3).optional(),
  }),
  role: 'respondent',
  async handle(edge, { actor, data: { programmeId, reviewId, list, anew } }) {
    if (reviewId === undefined) return ballotListReply(edge, actor, programmeId);
    const shown = { programmeId, reviewId, list: list === 'yes' };
    return ballotReply(edge, actor, shown, anew === 'yes' ? { fromTheStart: true, notice: 'changing' } : {});
  },
});
