/** Decides where words go that somebody is about to raise: out of the programme first, if they are about harm. */

import type { IssueId, ProgrammeId, ReviewId } from '../ids';
import { dayOf, type Instant } from '../instant';
import { planIntents } from '../intent/plan-intents';
import { readsLikeHarm } from '../text/reads-like-harm';
import { openHazard } from './hazard';
import type { Issue, IssueCategory, IssueEffect } from './issue';

/** Whether a patient could come to harm. `unsaid`: the question was not answered, or by "no" before it was asked again. */
export const harmAnswers = ['none', 'now', 'happened', 'could'] as const;
export type HarmAnswer = (typeof harmAnswers)[number];

/** As inputs count it, in UTF-16 code units. */
export const longestIssueText = 2_000;
/** Masking may make a text longer: what is taken out is shorter than what says so. */
export const longestMaskedText = 2_500;

export interface IssueDraft {
  /** Masked. */
  readonly text: string;
  readonly category?: IssueCategory;
  /** The ODS code of a site that the programme has. */
  readonly site?: string;
  readonly effect?: IssueEffect;
  /** Present exactly where they let the programme know. */
  readonly raiserName?: string;
  /** The review on whose ballot it was said. */
  readonly reviewId?: ReviewId;
  readonly harm: HarmAnswer;
  /** They were asked about harm on a card of its own, and said that it is none of it. */
  readonly isHarmRuledOut: boolean;
}

export type DraftMissing = 'text' | 'category' | 'site' | 'effect';

/**
 * `tellNow`, `reportIncident`: nothing is to be stored. `offerRoutes`: it reads like harm, so they are asked once whether
 * it is; the answer may be no. `incomplete`: what is missing first.
 */
export type RaiseOutcome =
  | { readonly outcome: 'tellNow' | 'reportIncident' | 'tooLong' | 'offerRoutes' }
  | { readonly outcome: 'incomplete'; readonly missing: DraftMissing }
  | { readonly outcome: 'raise'; readonly issue: Issue };

/** Harm comes first, also in a draft that is not complete: nobody who says "now" is asked for a category. */
export function raiseIssue(
  ids: { readonly issueId: IssueId; readonly programmeId: ProgrammeId },
  draft: IssueDraft,
  now: Instant,
): RaiseOutcome {
  const { text, category, site, effect, harm } = draft;
  if (harm === 'now') return { outcome: 'tellNow' };
  if (harm === 'happened') return { outcome: 'reportIncident' };
  if (text.trim() === '') return { outcome: 'incomplete', missing: 'text' };
  if (text.length > longestMaskedText) return { outcome: 'tooLong' };
  if (!category) return { outcome: 'incomplete', missing: 'category' };
  if (!site) return { outcome: 'incomplete', missing: 'site' };
  if (!effect) return { outcome: 'incomplete', missing: 'effect' };
  const isAboutHarm = category === 'safety' || readsLikeHarm(text);
  if (harm === 'none' && isAboutHarm && !draft.isHarmRuledOut) return { outcome: 'offerRoutes' };
  const issue = newIssue(ids, { ...draft, category, site, effect }, now);
  return { outcome: 'raise', issue: harm === 'could' ? openHazard(issue, startOfDay(now)) : issue };
}

type WholeDraft = IssueDraft & Pick<Issue, 'category' | 'site' | 'effect'>;

function newIssue(
  ids: Pick<Issue, 'issueId' | 'programmeId'>,
  { text, category, site, effect, raiserName, reviewId }: WholeDraft,
  now: Instant,
): Issue {
  const issue: Issue = {
    ...ids,
    raisedOn: dayOf(now),
    text: text.trim(),
    category,
    site,
    effect,
    ...(raiserName === undefined ? {} : { raiserName }),
    ...(reviewId === undefined ? {} : { reviewId }),
    status: 'untriaged',
    revision: 0,
    answers: [],
    messages: [],
    threads: [],
    reopenings: [],
    merged: [],
    intents: [],
  };
  const dueAt = startOfDay(now);
  return planIntents(issue, [
    { id: 'put-on-desk:raised', kind: 'put-on-desk', lane: 'normal', dueAt },
    { id: 'watch-issues', kind: 'watch-issues', lane: 'normal', dueAt },
  ]);
}

/** Long due, and so done at once; nothing that is kept says at what time somebody raised something. */
function startOfDay(now: Instant): Instant {
  return `${dayOf(now)}T00:00:00.000Z` as Instant;
}
