/** The people of a merged issue follow it: sealed anew under the issue in which it goes on, their threads with them. */

import { type Instant, plusMs } from '../../domain/instant';
import type { Intent } from '../../domain/intent/intent';
import { planIntents } from '../../domain/intent/plan-intents';
import type { ConcernKey, Issue } from '../../domain/issue/issue';
import { mergeKind, receiveMerged } from '../../domain/issue/merge-issues';
import type { AppContext } from '../context';
import { concernsPk, type DocumentOf } from '../documents';
import { forEachConcurrently } from '../for-each-concurrently';
import { concernsOf, createConcern, readIssue, whereItGoesOn } from '../issue/concerns';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

const movedAtOnce = 20;
const waitMs = 2_000;

/** Somebody in both issues is one there, in the part they have. The raiser of what was merged is one of the voices there.
 * Interrupted anywhere it goes on where it was: what was moved is not there any more. */
export const mergeConcernsIntent = defineIntent(mergeKind, 'issue', async (context, found, intent) => {
  const issue = await readIssue(context, found);
  if (!issue?.mergedInto) return;
  // First they hear that it was merged, on a card that is made from this issue.
  if (issue.intents.some(({ kind }) => kind === 'tell-concerned'))
    return waitForTelling(context, issue, intent);
  const { issueId: targetId } = await whereItGoesOn(context, issue);
  const place = { programmeId: issue.programmeId, issueId: targetId };
  await receive(context, place, issue, new Map());
  await forEachConcurrently(concernsOf(context, issue), movedAtOnce, ({ document }) =>
    moveOne(context, place, document, issue),
  );
  await dropThreads(context, issue);
  await context.store.scrub(intent.id === mergeKind ? { replacedIn: 'programmes' } : {});
});

type Target = Pick<Issue, 'programmeId' | 'issueId'>;

async function moveOne(
  context: AppContext,
  target: Target,
  concern: DocumentOf<'concern'>,
  source: Issue,
): Promise<void> {
  const { store, keys } = context;
  const recipient = keys.openRecipient(source.issueId, concern.recipient);
  await createConcern(context, { ...target, part: 'supporter', recipient });
  const key = keys.concernKeyOf(target.issueId, recipient.personId);
  await receive(context, target, source, new Map([[concern.concernKey, key]]));
  await store.delete('responses', concernsPk(target.programmeId), concern.concernKey);
}

/** The target learns of the merger, and gets the threads of those whose new key is known. */
async function receive(
  { store }: AppContext,
  { programmeId, issueId }: Target,
  source: Issue,
  keys: ReadonlyMap<ConcernKey, ConcernKey>,
): Promise<void> {
  const threads = source.threads.flatMap(({ with: old, entries }) => {
    const key = keys.get(old);
    return key ? [{ with: key, entries }] : [];
  });
  if (keys.size > 0 && threads.length === 0) return;
  await changeRecord(store, 'issue', programmeId, issueId, (current) => {
    const next = receiveMerged(current, { source, threads });
    return next ? { outcome: 'received', next } : { outcome: 'known' };
  });
}

async function dropThreads({ store }: AppContext, { programmeId, issueId }: Issue): Promise<void> {
  await changeRecord(store, 'issue', programmeId, issueId, (current) => ({
    outcome: 'dropped',
    next: {
      ...current,
      threads: [],
      messages: current.messages.map((message) => ({ ...message, to: 'everyone' as const })),
    },
  }));
}

/** The same intent, later: the worker keeps it because its time is another. */
async function waitForTelling(context: AppContext, issue: Issue, intent: Intent): Promise<void> {
  const dueAt: Instant = plusMs(context.clock.now(), waitMs);
  await changeRecord(context.store, 'issue', issue.programmeId, issue.issueId, (current) => ({
    outcome: 'waits',
    next: planIntents(current, [{ ...intent, dueAt }], [intent.id]),
  }));
}
