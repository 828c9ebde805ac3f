/** The people a wave asks, each with the invitation that is frozen at opening. */

import type { Invitation } from '../../domain/campaign/campaign';
import type { Recipient } from '../../domain/campaign/plan-campaign';
import { atomOf } from '../../domain/disclosure/atom-of';
import type { Programme } from '../../domain/programme/programme';
import { selectAudience } from '../../domain/pulse/select-audience';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { hasStoppedAsking } from '../people/change-asking.use-case';
import { readRecord } from '../records';
import { reviewPeople } from '../review/review-people';
import { type CandidateInCell, candidatePages, readCandidates } from './read-candidates';
import { timingOf } from './timing-of';

const atATime = 50;

/** In ascending order of person id. People who asked not to be asked are among them: they count in N. */
export async function* invitedPeople(
  context: AppContext,
  programme: Programme,
  wave: Wave,
): AsyncGenerator<Recipient> {
  for await (const candidates of candidatesFor(context, programme, wave)) {
    const { asked } = selectAudience(programme, candidates, wave.audience);
    const invited = asked
      .filter(({ cell }) => isInFrame(wave, cell))
      .sort((a, b) => (a.personId < b.personId ? -1 : 1));
    for (let start = 0; start < invited.length; start += atATime) {
      const some = invited.slice(start, start + atATime);
      yield* await Promise.all(some.map((candidate) => recipientOf(context, programme, wave, candidate)));
    }
  }
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

/** Everybody a pulse may ask, page by page where each is judged alone: memory does not follow the audience. A share is drawn
 * of everybody at once. */
async function* candidatesFor(
  context: AppContext,
  programme: Programme,
  wave: Wave,
): AsyncGenerator<readonly CandidateInCell[]> {
  if (wave.reviewId) yield await peopleOfReview(context, programme, wave);
  else if (wave.audience.kind === 'random') yield await readCandidates(context.store, programme);
  else yield* candidatePages(context.store, programme);
}

/** Of a design review the people of the staff groups it affects. */
async function peopleOfReview(
  context: AppContext,
  programme: Programme,
  { programmeId, reviewId }: Wave,
): Promise<readonly CandidateInCell[]> {
  if (!reviewId) return [];
  const review = await readRecord(context.store, 'review', programmeId, reviewId);
  return review ? reviewPeople(context, programme, review.document) : [];
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
