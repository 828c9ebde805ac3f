/** Destroys what leads from an issue that is over to the people it concerned: the sealed recipients and their keys. */

import { forgetKind } from '../../domain/issue/reopen-issue';
import { forgetConcerned } from '../../domain/issue/tell-and-forget';
import { concernsPk, type DocumentOf } from '../documents';
import type { Store } from '../ports/store';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

/** Runs once the issue can no longer be opened again, and again once a voice that was being added must have landed. */
export const forgetConcernedIntent = defineIntent(forgetKind, 'issue', async (context, issue, { id }) => {
  const { store, clock } = context;
  const { programmeId, issueId } = issue;
  // On record before anything is deleted: a no that comes now finds the issue over, not half forgotten.
  const isOver = await changeRecord(store, 'issue', programmeId, issueId, (current) => {
    const next = forgetConcerned(current, clock.now());
    return next && next !== current ? { outcome: true, next } : { outcome: next !== undefined };
  });
  if (!isOver) return;
  while (await deletePage(store, issue)) {}
  await store.scrub(id === forgetKind ? { replacedIn: 'programmes' } : {});
});

export async function deletePage(
  store: Store,
  { programmeId, issueId }: Pick<DocumentOf<'issue'>, 'programmeId' | 'issueId'>,
): Promise<boolean> {
  const pk = concernsPk(programmeId);
  const { items } = await store.list('responses', { pk, type: 'concern', where: { issueId }, limit: 200 });
  await Promise.all(items.map(({ document }) => store.delete('responses', pk, document.id)));
  return items.length > 0;
}
