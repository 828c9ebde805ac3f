/** The design reviews that wait for one person: to be decided, or to be asked again. */

import { askingOf, rolesAsked } from '../../domain/review/deciding-roles';
import type { Review } from '../../domain/review/review';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { listRecords } from '../records';
import type { Waiter, WaitingItem } from './waiting-item';

type Ports = Pick<AppContext, 'store' | 'clock'>;

export async function waitingReviews(context: Ports, waiter: Waiter): Promise<readonly WaitingItem[]> {
  const waiting: WaitingItem[] = [];
  for (const status of ['closed', 'toBeConfirmed'] as const) {
    const reviews = listRecords(context.store, 'review', waiter.programme.id, { status });
    for await (const { document } of reviews) {
      const item = itemOf(context, document, waiter);
      if (item) waiting.push(item);
    }
  }
  return waiting;
}

/** One that is to be confirmed is asked again by itself at its deadline, unless its lead does it before. */
function itemOf({ clock }: Ports, review: Review, { roles }: Waiter): WaitingItem | undefined {
  const { reviewId, programmeId, title, status, decideBy: deadline } = review;
  if (!deadline) return undefined;
  const asked = status === 'closed' ? rolesAsked(review, clock.now()) : leadRoles;
  if (!asked.some((role) => roles.includes(role))) return undefined;
  return {
    ...{ id: reviewId, programmeId, about: title, deadline },
    kind: 'review',
    asking: askingOf(review),
    task: status === 'closed' ? 'decideReview' : 'confirmReview',
  };
}
