/** Raises an escalation, whatever it comes of, or adds what was found to one that is open. */

import type { Escalation, EscalationEvidence, EscalationSource } from '../domain/escalation/escalation';
import { raiseEscalation as decide } from '../domain/escalation/raise-escalation';
import type { Programme } from '../domain/programme/programme';
import type { AppContext } from './context';
import { ConflictError } from './ports/errors';
import { ensureRecord, listRecords, replaceRecord } from './records';

/** The one way in for every source. Doing it again for the same source and evidence changes nothing. `strengthened`: open or
 * deferred escalations that gained evidence instead of making a card.
 * @throws ConflictError when an escalation was changed meanwhile: to be done again. */
export async function raiseEscalation(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  found: {
    readonly programme: Programme;
    readonly source: EscalationSource;
    readonly evidence: readonly EscalationEvidence[];
  },
): Promise<{ readonly outcome: 'raised' | 'nothingNew'; readonly strengthened: number }> {
  if (found.evidence.length === 0) return { outcome: 'nothingNew', strengthened: 0 };
  const unsettled: Escalation[] = [];
  const versions = new Map<string, Parameters<typeof replaceRecord>[3]>();
  for await (const { document, version } of listRecords(store, 'escalation', found.programme.id)) {
    if (document.status === 'decided') continue;
    unsettled.push(document);
    versions.set(document.escalationId, version);
  }
  const { raised, strengthened } = decide({ ...found, unsettled, now: clock.now() });
  for (const escalation of strengthened) {
    const version = versions.get(escalation.escalationId);
    if (!version) throw new ConflictError(`escalation ${escalation.escalationId} is gone`);
    await replaceRecord(store, 'escalation', escalation, version);
  }
  if (raised) await ensureRecord(store, 'escalation', raised);
  return { outcome: raised ? 'raised' : 'nothingNew', strengthened: strengthened.length };
}
