/** A design review as one reader may see it: where it stands, and what was released of its vote. */

import { localDay } from '../../domain/calendar/local-time';
import type { ReviewEvidence } from '../../domain/decision/decision';
import { evidenceOf } from '../../domain/decision/decision-on-review';
import type { PersonId } from '../../domain/ids';
import { type Programme, type Role, roles } from '../../domain/programme/programme';
import { askedByName } from '../../domain/review/asked-by-name';
import { rolesAsked } from '../../domain/review/deciding-roles';
import { type Dissent, dissentOf } from '../../domain/review/dissent';
import { type MissingPart, missingParts } from '../../domain/review/missing-parts';
import type { AttributedBallot, Review, ReviewOutcome } from '../../domain/review/review';
import type { AppContext } from '../context';
import { nameInProgramme } from '../people/find-people';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { readOpenWaves } from '../wave/read-open-waves';
import type { ReviewPlace } from './open-review.use-case';
import { readVote, unsafeOf } from './review-vote';
import { findReview } from './save-review-draft.use-case';

/** The vote of the last round that is over. */
export interface ReadVote {
  readonly outcome: ReviewOutcome;
  readonly evidence: readonly ReviewEvidence[];
  readonly ballots: readonly AttributedBallot[];
  readonly dissent: readonly Dissent[];
}

export interface ReadReview {
  readonly programme: Programme;
  readonly review: Review;
  readonly reader: { readonly roles: readonly Role[]; readonly mayDecide: boolean };
  readonly vote?: ReadVote;
  /** "Unsafe" that is open now. */
  readonly openUnsafe: number;
  /** Of everybody who was asked, to the nearest 5 in 100; while it is open and where it may be shown. */
  readonly responsePercent?: number;
  /** Of those who vote by name. */
  readonly names: readonly { readonly personId: PersonId; readonly name: string }[];
  readonly missing: readonly MissingPart[];
}

/** Undefined where there is none, or the reader holds no role in its programme. */
export async function readReview(
  context: AppContext,
  place: ReviewPlace,
  personId: PersonId,
): Promise<ReadReview | undefined> {
  const programme = await currentProgramme(context, place.programmeId);
  const review = programme && (await findReview(context, place));
  if (!programme || !review) return undefined;
  const held = holdersOf(context.keys, programme, roles)
    .filter((holder) => holder.personId === personId)
    .map(({ role }) => role);
  if (held.length === 0) return undefined;
  const now = context.clock.now();
  const vote = await voteOf(context, programme, review);
  const percent = await responseOf(context, review);
  return {
    programme,
    review,
    reader: {
      roles: held,
      mayDecide: review.status === 'closed' && rolesAsked(review, now).some((role) => held.includes(role)),
    },
    ...(vote ? { vote } : {}),
    openUnsafe: review.status === 'draft' ? 0 : (await unsafeOf(context, review)).open,
    ...(percent === undefined ? {} : { responsePercent: percent }),
    names: await namesOf(context, programme, review),
    missing: missingParts(review, programme, localDay(now, programme.timeZone)),
  };
}

async function voteOf(
  context: AppContext,
  programme: Programme,
  review: Review,
): Promise<ReadVote | undefined> {
  const round = review.rounds.findLast(({ outcome }) => outcome !== undefined);
  if (!round?.outcome) return undefined;
  const vote = await readVote(context, programme, review, round);
  if (!vote) return undefined;
  const { ballots } = vote;
  return {
    outcome: round.outcome,
    evidence:
      vote.voting === 'confidential' && round.waveId
        ? evidenceOf({ waveId: round.waveId, tables: vote.release.tables })
        : [],
    ballots: ballots.filter((ballot) => ballot.round === round.number),
    dissent: dissentOf({ ...review, rounds: review.rounds.slice(0, round.number) }, vote),
  };
}

async function responseOf(context: AppContext, { programmeId, rounds, status }: Review) {
  const waveId = rounds.at(-1)?.waveId;
  if (status !== 'open' || !waveId) return undefined;
  const open = await readOpenWaves(context, programmeId);
  return open.find((wave) => wave.waveId === waveId)?.responsePercent;
}

async function namesOf(
  context: AppContext,
  programme: Programme,
  review: Review,
): Promise<ReadReview['names']> {
  const named = new Map(review.representatives.map((one) => [one.personId, one.displayName]));
  return Promise.all(
    askedByName(review).map(async (personId) => ({
      personId,
      name: named.get(personId) ?? (await nameInProgramme(context, programme, personId)) ?? '',
    })),
  );
}
