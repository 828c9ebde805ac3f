/** What the data of every button carries: the card's version and the programme it belongs to. */

import { z } from 'zod';
import { cardVersion } from '../../cards/verb-names';
import { asId, type Id, type ProgrammeId } from '../../domain/ids';

/** An id as cards carry it; what it names is looked up, never believed. */
export function idField<T extends Id<string>>() {
  return z
    .string()
    .min(1)
    .max(200)
    .transform((value) => asId<T>(value));
}

export const subject = {
  cardVersion: z.literal(cardVersion),
  programmeId: idField<ProgrammeId>(),
};

/** Which time an issue is a hazard: a tap on the card of an earlier time changes nothing. */
export const hazardNumber = z.coerce.number().int().min(1).max(1_000);
