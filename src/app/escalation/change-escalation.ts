/** The one way in which an escalation is changed: read, decide by a rule, write, and let the worker know. */

import type { Asking } from '../../domain/escalation/chain';
import type { Escalation } from '../../domain/escalation/escalation';
import type { EscalationId, ProgrammeId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { askingNow } from '../programme/roster-of';
import { changeRecord, readRecord } from '../records';

export interface EscalationPlace {
  readonly programmeId: ProgrammeId;
  readonly escalationId: EscalationId;
}

/** What a rule makes of it; `next` is the new state where there is one to save. */
interface Decided {
  readonly outcome: string;
  readonly next?: Escalation;
}
type WithEscalation<O> = O extends Decided ? Omit<O, 'next'> & { readonly escalation: Escalation } : never;
export type Changed<O extends Decided> = { readonly outcome: 'noSuchEscalation' } | WithEscalation<O>;

type Ports = Pick<AppContext, 'store' | 'keys' | 'clock' | 'poke'>;

/** @returns the rule's outcome with the escalation as it then is. @throws UnavailableError, possibly after the write. */
export async function changeEscalation<const O extends Decided>(
  context: Ports,
  place: EscalationPlace,
  decide: (escalation: Escalation, at: { readonly programme: Programme; readonly now: Instant }) => O,
): Promise<Changed<O>> {
  const programme = await currentProgramme(context, place.programmeId);
  if (!programme) return { outcome: 'noSuchEscalation' };
  return change(context, place, (escalation) => decide(escalation, { programme, now: context.clock.now() }));
}

/** The same for a rule that asks somebody: who holds which step is looked up first. */
export async function changeChain<const O extends Decided>(
  context: Ports,
  place: EscalationPlace,
  decide: (escalation: Escalation, asking: Asking) => O,
): Promise<Changed<O>> {
  const [programme, stored] = await Promise.all([
    currentProgramme(context, place.programmeId),
    readRecord(context.store, 'escalation', place.programmeId, place.escalationId),
  ]);
  if (!programme || !stored) return { outcome: 'noSuchEscalation' };
  const asking = await askingNow(context, programme, stored.document);
  return change(context, place, (escalation) => decide(escalation, asking));
}

async function change<O extends Decided>(
  { store, poke }: Ports,
  { programmeId, escalationId }: EscalationPlace,
  decide: (escalation: Escalation) => O,
): Promise<Changed<O>> {
  const changed = await changeRecord(store, 'escalation', programmeId, escalationId, (escalation) => {
    const { next, ...outcome } = decide(escalation);
    const result = { ...outcome, escalation: next ?? escalation } as Changed<O>;
    return next ? { outcome: result, next } : { outcome: result };
  });
  poke();
  return changed ?? { outcome: 'noSuchEscalation' };
}
