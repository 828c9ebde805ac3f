/** The people a wave asks, each with the invitation that is frozen at opening. */

import type { Invitation } from '../../domain/campaign/campaign';
import type { Recipient } from '../../domain/campaign/plan-campaign';
import { atomOf } from '../../domain/disclosure/atom-of';
import type { Programme } from '../../domain/programme/programme';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { hasStoppedAsking } from '../people/change-asking.use-case';
import { readRecord } from '../records';
import { reviewPeople } from '../review/review-people';
import { type CandidateInCell, candidatesOf } from './candidates-of';
import { PeopleAsked, type ReadCandidates } from './people-asked';
import { timingOf } from './timing-of';

const atATime = 50;

/** In ascending order of person id, and never many of them at once. People who asked not to be asked are among them: they
 * count in N. */
export async function* invitedPeople(
  context: AppContext,
  programme: Programme,
  wave: Wave,
): AsyncGenerator<Recipient> {
  const read = await readerFor(context, programme, wave);
  const toRecipients = (some: readonly CandidateInCell[]) =>
    Promise.all(some.map((candidate) => recipientOf(context, programme, wave, candidate)));
  let some: CandidateInCell[] = [];
  for await (const candidate of new PeopleAsked(read, programme, wave.audience)) {
    if (!isInFrame(wave, candidate.cell)) continue;
    some.push(candidate);
    if (some.length < atATime) continue;
    yield* await toRecipients(some);
    some = [];
  }
  yield* await toRecipients(some);
}

/** Everybody a pulse may ask; of a design review the people of the staff groups it affects. */
async function readerFor(
  context: AppContext,
  programme: Programme,
  { programmeId, reviewId }: Wave,
): Promise<ReadCandidates> {
  if (!reviewId) return () => candidatesOf(context.store, programme);
  const review = await readRecord(context.store, 'review', programmeId, reviewId);
  const asked = review?.document ?? { options: [], representatives: [] };
  return () => reviewPeople(context, programme, asked);
}

async function recipientOf(
  { store }: AppContext,
  programme: Programme,
  wave: Wave,
  { person, cell }: CandidateInCell,
): Promise<Recipient> {
  const { personId, organisationId } = person;
  const choseNotToBeAsked = await hasStoppedAsking(store, organisationId, personId);
  const invitation = invitationOf(wave, person, cell, choseNotToBeAsked);
  return { personId, organisationId, invitation, timing: timingOf(programme, person) };
}

/** A person whose cell was empty when the frame was made was not counted, and is not asked this time. */
function isInFrame({ frame }: Wave, cell: CandidateInCell['cell']): boolean {
  return frame.atoms.some(({ cells }) =>
    cells.some((one) => one.siteGroup === cell.siteGroup && one.staffFamily === cell.staffFamily),
  );
}

function invitationOf(
  wave: Wave,
  { shift, area, cohort, employment, isAssisted }: CandidateInCell['person'],
  cell: CandidateInCell['cell'],
  choseNotToBeAsked: boolean,
): Invitation {
  return {
    atomId: atomOf(wave.frame, cell),
    ...(shift ? { shift } : {}),
    ...(area ? { area } : {}),
    ...(cohort ? { cohort } : {}),
    ...(employment ? { employment } : {}),
    ...(choseNotToBeAsked ? { choseNotToBeAsked } : {}),
    ...(isAssisted ? { isAssisted } : {}),
  };
}
