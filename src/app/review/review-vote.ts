/** Gathers what a round's outcome is made of: the release, the votes by name, and what is open as unsafe. */

import type { CountedVote } from '../../domain/decision/decision-on-review';
import type { IssueId, ProgrammeId, ReviewId } from '../../domain/ids';
import { isOpenHazard } from '../../domain/issue/hazard';
import type { Programme } from '../../domain/programme/programme';
import { askedByName } from '../../domain/review/asked-by-name';
import type { AskedByName } from '../../domain/review/hear-named-groups';
import type { Review, ReviewRound } from '../../domain/review/review';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { listRecords, readRecord } from '../records';
import { readRelease } from '../wave/read-release';
import { attributedBallotsOf } from './attributed-ballots';

type Ports = Pick<AppContext, 'store'>;

/** Undefined while a confidential round is not released. */
export async function readVote(
  context: Ports,
  programme: Programme,
  review: Review,
  round: ReviewRound,
): Promise<CountedVote | undefined> {
  const ballots = await attributedBallotsOf(context, review.reviewId, round.number);
  if (!round.waveId)
    return { voting: 'attributed', ballots, panel: await panelOf(context, programme, review) };
  const release = await readRelease(context.store, programme.id, round.waveId);
  return release && { voting: 'confidential', release, ballots };
}

/** Everybody asked by name, with the group they speak for: of a panel, their staff group. */
export async function panelOf(
  context: Ports,
  programme: Programme,
  review: Review,
): Promise<readonly AskedByName[]> {
  return Promise.all(
    askedByName(review).map(async (personId) => ({
      personId,
      groupName: (await groupOf(context, programme, review, personId)) ?? programme.name,
    })),
  );
}

async function groupOf(
  { store }: Ports,
  { id, staffGroups }: Programme,
  { voting, representatives }: Review,
  personId: AskedByName['personId'],
): Promise<string | undefined> {
  if (voting === 'confidential') return representatives.find((one) => one.personId === personId)?.groupName;
  const person = await readRecord(store, 'person', id, personDocumentId(personId));
  return staffGroups.find((group) => group.id === person?.document.staffGroup)?.name;
}

/** What was raised as unsafe on its ballots, and how much of it the clinical safety officer has not closed. */
export async function unsafeOf(
  { store }: Ports,
  { programmeId, reviewId }: { readonly programmeId: ProgrammeId; readonly reviewId: ReviewId },
): Promise<{ readonly raised: readonly IssueId[]; readonly open: number }> {
  const raised: IssueId[] = [];
  let open = 0;
  for await (const { document } of listRecords(store, 'issue', programmeId)) {
    if (document.reviewId !== reviewId) continue;
    raised.push(document.issueId);
    if (isOpenHazard(document)) open += 1;
  }
  return { raised, open };
}
