/** After a change of roles, whoever holds the steps now is asked: nothing waits for somebody who has left. */

import { resettle } from '../../domain/escalation/chain';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { askingNow } from '../programme/roster-of';
import { changeRecord, listRecords } from '../records';

/** Done again it changes nothing. */
export async function settleEscalations(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  programme: Programme,
): Promise<void> {
  const { store } = context;
  const open = listRecords(store, 'escalation', programme.id, { status: 'withExecutive' });
  for await (const { document } of open) {
    const asking = await askingNow(context, programme, document);
    await changeRecord(store, 'escalation', programme.id, document.escalationId, (current) => {
      const next = resettle(current, asking);
      return next ? { outcome: 'askedOthers', next } : { outcome: 'unchanged' };
    });
  }
}
