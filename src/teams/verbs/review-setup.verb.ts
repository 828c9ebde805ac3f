/** Saves one step of a design review that is being set up, and goes on to the next, back, or to the whole. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { nameInProgramme } from '../../app/people/find-people';
import { UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { findReview, type ReviewDraft, saveReviewDraft } from '../../app/review/save-review-draft.use-case';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import {
  optionNumberOf,
  optionStep,
  overview,
  type SetupPlace,
  type SetupStep,
  setupSteps,
  stepAfter,
  stepBefore,
} from '../../cards/review-steps';
import { verbNames } from '../../cards/verb-names';
import type { ReviewId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { emptyReview } from '../../domain/review/empty-review';
import type { Review } from '../../domain/review/review';
import { plainFrame } from '../frame-of';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { isOfProgramme, previewReply, reviewReply, stepReply } from './review-reply';
import { readStep, stepFields } from './review-step-fields';
import { listReply } from './reviews-reply';
import { idField, subject } from './subject';

const acts = ['next', 'back', 'add', 'remove'] as const;

const schema = z.object({
  ...subject,
  ...stepFields,
  reviewId: idField<ReviewId>(),
  revision: z.int().min(0),
  step: z.enum([...setupSteps, overview]),
  act: z.enum([...acts, ...setupSteps, overview]),
});
type SetupData = z.infer<typeof schema>;

export const reviewSetupVerb = defineVerb({
  name: verbNames.reviewSetup,
  schema,
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { programmeId, reviewId, step } = data;
    const programme = await currentProgramme(edge.app, programmeId);
    if (!programme || !isOfProgramme(reviewId, programme)) {
      return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    }
    const fresh: Review = { ...emptyReview(programme), reviewId };
    try {
      const found = await findReview(edge.app, data);
      if (!found && data.revision > 0) return await goneReply(edge, actor, data);
      const review = found ?? fresh;
      if (step === overview) return await placeReply(edge, actor, programme, review, goingTo(review, data));
      return await saving(edge, actor, programme, review, step, data);
    } catch (error) {
      if (!(error instanceof UnavailableError) || step === overview) throw error;
      const review = { ...fresh, revision: data.revision };
      return stepReply(edge, actor, programme, {
        review,
        step,
        typed: typedAt(data),
        notice: 'notConfirmed',
      });
    }
  },
});

async function saving(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  review: Review,
  step: SetupStep,
  data: SetupData,
): Promise<Message> {
  const read = await readStep(edge, programme, review, step, data);
  const typed = typedAt(data);
  if (!('draft' in read)) return stepReply(edge, actor, programme, { review, step, typed, ...read });
  const { programmeId, reviewId, revision } = data;
  const draft = data.act === 'remove' ? withoutOption(review, step) : read.draft;
  // The same tap a second time has nothing left to save.
  const isSaved = review.revision !== revision && isHeldBy(review, draft);
  const saved = isSaved
    ? ({ outcome: 'saved', review } as const)
    : await saveReviewDraft(edge.app, { programmeId, reviewId, revision, draft, recordedBy: actor.personId });
  switch (saved.outcome) {
    case 'noSuchProgramme':
      return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    case 'noSuchDraft':
      return goneReply(edge, actor, data);
    case 'notADraft':
      return reviewReply(edge, actor, { programmeId, reviewId });
    case 'outOfDate':
      return stepReply(edge, actor, programme, { review: saved.review, step, typed, notice: 'outOfDate' });
    case 'saved':
      return placeReply(edge, actor, programme, saved.review, goingTo(saved.review, data));
  }
}

/** It was thrown away: filling in an older card of it does not bring it back. */
function goneReply(edge: EdgeContext, actor: Actor, { programmeId }: SetupData): Promise<Message> {
  return listReply(edge, actor, programmeId, { only: 'all', notice: 'gone' });
}

async function placeReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  review: Review,
  place: SetupPlace,
): Promise<Message> {
  const { programmeId, reviewId } = review;
  if (review.status !== 'draft' && review.status !== 'toBeConfirmed') {
    return reviewReply(edge, actor, { programmeId, reviewId });
  }
  if (place === overview) return previewReply(edge, actor, { programmeId, reviewId });
  const namesOf = place === 'byName' ? await panelNames(edge, programme, review) : {};
  return stepReply(edge, actor, programme, { review, step: place, namesOf });
}

async function panelNames({ app }: EdgeContext, programme: Programme, { panel }: Review) {
  const names = panel.map(async (id) => [id, (await nameInProgramme(app, programme, id)) ?? ''] as const);
  return Object.fromEntries(await Promise.all(names));
}

/** @param review as it is after saving. */
function goingTo(review: Review, { step, act }: SetupData): SetupPlace {
  if (step === overview)
    return act === 'next' || act === 'back' || act === 'add' || act === 'remove' ? overview : act;
  switch (act) {
    case 'next':
      return stepAfter(review, step);
    case 'back':
      return stepBefore(review, step) ?? step;
    case 'add':
      return optionStep(review.options.length + 1);
    case 'remove':
      return optionStep(Math.max(1, Math.min(optionNumberOf(step) ?? 1, review.options.length)));
    default:
      return act;
  }
}

function withoutOption({ options }: Review, step: SetupStep): Partial<ReviewDraft> {
  const number = optionNumberOf(step);
  return { options: options.filter((_, index) => index + 1 !== number) };
}

function isHeldBy(review: Review, draft: Partial<ReviewDraft>): boolean {
  return Object.entries(draft).every(
    ([key, value]) => JSON.stringify(review[key as keyof ReviewDraft]) === JSON.stringify(value),
  );
}

/** What was typed, by the name of its input. */
function typedAt(data: SetupData): Record<string, string> {
  const known = Object.keys(stepFields) as (keyof typeof stepFields)[];
  return Object.fromEntries(known.map((id) => [id, data[id]]));
}
