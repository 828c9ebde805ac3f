/** Keeps what a lead has set up of a design review so far; nobody is asked anything yet. */

import { asId, type PersonId, type ProgrammeId, type ReviewId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { emptyReview } from '../../domain/review/empty-review';
import type { Proposal, Review, ReviewOption } from '../../domain/review/review';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord, ensureRecord, readRecord } from '../records';

export type ReviewDraft = Pick<
  Review,
  | 'workflow'
  | 'title'
  | 'question'
  | 'kind'
  | 'voting'
  | 'proposal'
  | 'options'
  | 'contributors'
  | 'decider'
  | 'closesOn'
  | 'reviewAgainOn'
  | 'representatives'
  | 'panel'
>;

export interface SaveReviewDraft {
  readonly programmeId: ProgrammeId;
  /** Absent: a new one. One that is not there yet is made with this id, which has to be unique over all programmes. */
  readonly reviewId?: ReviewId;
  /** Of the card that was filled in; 0 makes a new one where there is none. Absent: whatever is there is written over. */
  readonly revision?: number;
  readonly recordedBy: PersonId | 'command';
  /** What is left out stays as it is. */
  readonly draft: Partial<ReviewDraft>;
}

/** `notADraft`: people were asked about it. `noSuchDraft`: it was thrown away. `outOfDate`: nothing was saved; `review` is what is there. */
export type SaveReviewDraftOutcome =
  | { readonly outcome: 'saved' | 'notADraft' | 'outOfDate'; readonly review: Review }
  | { readonly outcome: 'noSuchProgramme' | 'noSuchDraft' };

/** Masked before it is stored. May be repeated; of two the later one holds where no revision is given. */
export async function saveReviewDraft(
  context: AppContext,
  command: SaveReviewDraft,
): Promise<SaveReviewDraftOutcome> {
  const { programmeId, revision, recordedBy } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const draft = masked(command.draft, programme);
  const reviewId = command.reviewId ?? asId<ReviewId>(`review.${programmeId}.${context.newId()}`);
  const empty: Review = { ...emptyReview(programme), reviewId };
  if (!revision) await ensureRecord(context.store, 'review', empty);
  const outcome = await changeRecord<'review', SaveReviewDraftOutcome>(
    context.store,
    'review',
    programmeId,
    reviewId,
    (review) => {
      if (review.status !== 'draft' && review.status !== 'toBeConfirmed') {
        return { outcome: { outcome: 'notADraft', review } };
      }
      if (revision !== undefined && revision !== review.revision) {
        return { outcome: { outcome: 'outOfDate', review } };
      }
      const next = { ...review, ...draft, revision: review.revision + 1 };
      const saved = review.status === 'draft' ? withFirstVersion(next, recordedBy, context) : next;
      return { outcome: { outcome: 'saved', review: saved }, next: saved };
    },
  );
  return outcome ?? { outcome: 'noSuchDraft' };
}

export async function findReview(
  { store }: Pick<AppContext, 'store'>,
  { programmeId, reviewId }: { readonly programmeId: ProgrammeId; readonly reviewId: ReviewId },
): Promise<Review | undefined> {
  return (await readRecord(store, 'review', programmeId, reviewId))?.document;
}

/** Which version people are asked about first: the one that stands there when it opens. */
function withFirstVersion(review: Review, recordedBy: PersonId | 'command', { clock }: AppContext): Review {
  const { version } = review.proposal;
  if (version === '') return { ...review, versions: [] };
  const on = clock.now().slice(0, 10) as Day;
  return { ...review, versions: [{ version, on, isMaterial: true, recordedBy }] };
}

/** Addresses are left as they are: a masked one leads nowhere. */
function masked(draft: Partial<ReviewDraft>, { hospitalNumber }: Programme): Partial<ReviewDraft> {
  const mask = (text: string) => maskText(text, hospitalNumber).text.trim();
  const { title, question, proposal, options } = draft;
  return {
    ...draft,
    ...(title === undefined ? {} : { title: mask(title) }),
    ...(question === undefined ? {} : { question: mask(question) }),
    ...(proposal === undefined ? {} : { proposal: maskedProposal(proposal, mask) }),
    ...(options === undefined
      ? {}
      : {
          options: options.map(
            (option): ReviewOption => ({
              ...option,
              title: mask(option.title),
              consequence: mask(option.consequence),
            }),
          ),
        }),
  };
}

function maskedProposal(proposal: Proposal, mask: (text: string) => string): Proposal {
  return {
    ...proposal,
    artefact: mask(proposal.artefact),
    version: proposal.version.trim(),
    images: proposal.images.map((image) => ({ ...image, alternativeText: mask(image.alternativeText) })),
    beforeAfter: proposal.beforeAfter.map((row) => ({
      what: mask(row.what),
      before: mask(row.before),
      after: mask(row.after),
    })),
  };
}
