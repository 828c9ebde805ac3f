/** The people a wave asks, each with the invitation that is frozen at opening. */

import type { Invitation } from '../../domain/campaign/campaign';
import type { Recipient } from '../../domain/campaign/plan-campaign';
import { atomOf } from '../../domain/disclosure/atom-of';
import type { Programme } from '../../domain/programme/programme';
import { selectAudience } from '../../domain/pulse/select-audience';
import type { Wave } from '../../domain/pulse/wave';
import { hasStoppedAsking } from '../change-asking.use-case';
import type { AppContext } from '../context';
import { readRecord } from '../records';
import { reviewPeople } from '../review/review-people';
import { type CandidateInCell, readCandidates } from './read-candidates';
import { timingOf } from './timing-of';

const atATime = 50;

/** In ascending order of person id. People who asked not to be asked are among them: they count in N. */
export async function* invitedPeople(
  context: AppContext,
  programme: Programme,
  wave: Wave,
): AsyncGenerator<Recipient> {
  const { store } = context;
  const candidates = await candidatesFor(context, programme, wave);
  const { asked } = selectAudience(programme, candidates, wave.audience);
  const invited = asked
    .filter(({ cell }) => isInFrame(wave, cell))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
  for (let start = 0; start < invited.length; start += atATime) {
    yield* await Promise.all(
      invited.slice(start, start + atATime).map(async ({ person, cell }): Promise<Recipient> => {
        const { personId, organisationId } = person;
        const choseNotToBeAsked = await hasStoppedAsking(store, organisationId, personId);
        const invitation = invitationOf(wave, person, cell, choseNotToBeAsked);
        return { personId, organisationId, invitation, timing: timingOf(programme, person) };
      }),
    );
  }
}

/** Of a design review the people of the staff groups it affects. */
async function candidatesFor(
  context: AppContext,
  programme: Programme,
  { programmeId, reviewId }: Wave,
): Promise<readonly CandidateInCell[]> {
  if (!reviewId) return readCandidates(context.store, programme);
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
