/** Opens a round of a design review; its ballots, and who is asked by name, follow from the review's own intents. */

import type { PersonId, ProgrammeId, ReviewId } from '../../domain/ids';
import { epochMsOf, type Instant, plusMs } from '../../domain/instant';
import type { Intent } from '../../domain/intent/intent';
import { planIntents } from '../../domain/intent/plan-intents';
import type { Programme } from '../../domain/programme/programme';
import type { Frame } from '../../domain/pulse/wave';
import { askedByName } from '../../domain/review/asked-by-name';
import { buildReviewFrame } from '../../domain/review/build-review-frame';
import { openReview as decide, type ReviewOpeningOutcome } from '../../domain/review/open-review';
import type { Review } from '../../domain/review/review';
import { HeadcountTally } from '../audience/headcount-tally';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { type AskedReview, reviewPeople } from './review-people';
import { findReview } from './save-review-draft.use-case';

export interface ReviewPlace {
  readonly programmeId: ProgrammeId;
  readonly reviewId: ReviewId;
}

export interface OpenReview extends ReviewPlace {
  readonly openedBy: PersonId | 'schedule' | 'command';
  /** Of the card that was tapped; absent: as it is. */
  readonly revision?: number;
}

/** `asked`: how many get a ballot. */
export type OpenReviewOutcome =
  | Exclude<ReviewOpeningOutcome, { outcome: 'opened' }>
  | { readonly outcome: 'opened'; readonly review: Review; readonly asked: number }
  | { readonly outcome: 'noSuchReview' | 'outOfDate' };

/** Once for each round, however often it is asked for. */
export async function openReview(context: AppContext, command: OpenReview): Promise<OpenReviewOutcome> {
  const { programmeId, reviewId, openedBy, revision } = command;
  const programme = await currentProgramme(context, programmeId);
  const before = await findReview(context, command);
  if (!programme || !before) return { outcome: 'noSuchReview' };
  const frame = await frameOf(context, programme, before);
  const outcome = await changeRecord<'review', OpenReviewOutcome>(
    context.store,
    'review',
    programmeId,
    reviewId,
    (review) => {
      if (revision !== undefined && revision !== review.revision)
        return { outcome: { outcome: 'outOfDate' } };
      const opened = decide({
        ...{ review, programme, frame, openedBy },
        worksText: context.wording.worksQuestion(),
        now: context.clock.now(),
      });
      if (opened.outcome !== 'opened') return { outcome: opened };
      const next = withBallots(opened.review, openedBy, context);
      const voters = opened.wave ? frame.atoms.reduce((all, { headcount }) => all + headcount, 0) : 0;
      const asked = voters + askedByName(next).length;
      return { outcome: { outcome: 'opened', review: next, asked }, next };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchReview' };
}

export async function frameOf(
  context: Pick<AppContext, 'store'>,
  programme: Programme,
  review: AskedReview,
): Promise<Frame> {
  const people = new HeadcountTally();
  for await (const candidate of reviewPeople(context, programme, review)) people.add(candidate);
  const cells = people.cells.map(({ siteGroup, staffFamily: staffGroup, headcount }) => ({
    ...{ siteGroup, staffGroup, headcount },
  }));
  return buildReviewFrame(review, programme, cells);
}

/** The review is open from here on: a crash leaves these to be done. What an earlier round left to be done is over. */
function withBallots(review: Review, openedBy: OpenReview['openedBy'], { clock }: AppContext): Review {
  const dueAt = clock.now();
  const round = review.rounds.at(-1);
  const number = review.rounds.length;
  const over = review.intents.filter(({ kind }) => askedAgainKinds.includes(kind)).map(({ id }) => id);
  const lane = 'normal' as const;
  return planIntents(
    review,
    [
      ...(round?.waveId
        ? [{ id: `open-ballots:${number}`, kind: 'open-ballots', lane, dueAt, data: { number, openedBy } }]
        : []),
      ...(askedByName(review).length > 0
        ? [
            {
              id: `start-campaign:ballot-invitation:${number}`,
              kind: 'start-campaign',
              ...{ lane, dueAt, data: { purpose: 'ballot-invitation', number } },
            },
            ...remindersOf(round, dueAt),
          ]
        : []),
      { id: `note-workflow:${number}`, kind: 'note-workflow', lane, dueAt },
      { id: `update-cards:opened:${number}`, kind: 'update-cards', lane: 'urgent', dueAt },
    ],
    over,
  );
}

/** Of those asked by name; the wave reminds the others. */
function remindersOf(round: Review['rounds'][number] | undefined, now: Instant): readonly Intent[] {
  if (!round) return [];
  const third = Math.round((epochMsOf(round.closesAt) - epochMsOf(now)) / 3);
  return [1, 2].map((pass) => ({
    id: `remind:${round.number}:${pass}`,
    kind: 'remind',
    lane: 'normal',
    dueAt: plusMs(now, pass * third),
    data: { pass, number: round.number },
  }));
}

const askedAgainKinds: readonly string[] = ['ask-review-again', 'review-again', 'ask-workarounds'];
