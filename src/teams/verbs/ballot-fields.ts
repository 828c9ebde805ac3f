/** What the buttons of a ballot carry: which review, which asking, and where it was opened from. */

import { z } from 'zod';
import { asId, type ReviewId, type WaveId } from '../../domain/ids';
import { idField, subject } from './subject';

export const ballotFields = {
  ...subject,
  reviewId: idField<ReviewId>(),
  /** Empty where the vote has a name to it. */
  waveId: z
    .string()
    .max(200)
    .default('')
    .transform((value) => (value === '' ? undefined : asId<WaveId>(value))),
  round: z.coerce.number().int().min(0).max(10_000).default(0),
  revision: z.coerce.number().int().min(0).default(0),
  list: z
    .string()
    .max(3)
    .optional()
    .transform((value) => value === 'yes'),
};

const fields = z.object(ballotFields);
export type BallotTap = z.output<typeof fields>;
