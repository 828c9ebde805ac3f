/** Whether a person still has a pulse to be reminded of: asked when a reminder is about to go, and forgotten. */

import type { Delivery } from '../../domain/campaign/campaign';
import { asId } from '../../domain/ids';
import type { Review } from '../../domain/review/review';
import type { AppContext } from '../context';
import { hasStoppedAsking } from '../people/change-asking.use-case';
import { readRecord } from '../records';
import type { ShouldRemind } from './card-source';

/** Not after it closed, not to somebody who has taken part, nor to somebody who votes by name and asked not to be asked:
 * of everybody else the sender knows that. */
export function shouldRemind(context: AppContext): ShouldRemind {
  const { store } = context;
  return async ({ purpose, programmeId, subjectId }, { organisationId, personId }) => {
    if (purpose !== 'pulse-invitation') {
      const review = await readRecord(store, 'review', programmeId, subjectId);
      if (review) return isWaitedFor(context, review.document, { organisationId, personId });
    }
    const asked = await context.waves.read(programmeId, asId(subjectId));
    if (!asked?.key) return false;
    const sheet = await readRecord(store, 'answerSheet', asked.wave.waveId, asked.key.answerKeyOf(personId));
    return sheet === undefined;
  };
}

/** Whether somebody who votes by name has not voted in the round that is open. */
async function isWaitedFor(
  { store }: AppContext,
  { status, reviewId, rounds }: Review,
  { organisationId, personId }: Pick<Delivery, 'organisationId' | 'personId'>,
): Promise<boolean> {
  if (status !== 'open' || (await hasStoppedAsking(store, organisationId, personId))) return false;
  const ballot = await readRecord(store, 'attributedBallot', reviewId, `${rounds.length}:${personId}`);
  return ballot === undefined;
}
