/** Whether every group that a gate names can be heard, by the people the programme has now. */

import { buildFrame } from '../domain/disclosure/build-frame';
import { canBeHeard, type HeadcountInput } from '../domain/gate/can-be-heard';
import type { Gate } from '../domain/gate/gate';
import { type GateDefinition, type GroupCriterion, isGroupCriterion } from '../domain/gate/gate-definition';
import { gateIdOf, isFrozen, sameTerms, termsInForce, termsOf } from '../domain/gate/gate-terms';
import { nameOfGroup } from '../domain/gate/named-group';
import { isOver } from '../domain/gate/settle-gate';
import type { Instant } from '../domain/instant';
import type { Programme } from '../domain/programme/programme';
import { headcountInput } from './audience/headcount-input';
import { readCandidates } from './audience/read-candidates';
import type { AppContext } from './context';
import { readRecord } from './records';

export interface ImpossibleGroup {
  readonly gate: string;
  readonly criterion: string;
  readonly group: string;
  readonly people: number;
  readonly needed: number;
  /** What to name in its place; absent where not even everyone is enough. */
  readonly parent?: string;
}

/** Looks at gates that are not frozen yet, and at what a file would change in a frozen one. Undefined where nobody has been imported yet: then
 * nothing can be said. */
export async function findImpossibleGroups(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
): Promise<readonly ImpossibleGroup[] | undefined> {
  const gates: GateDefinition[] = [];
  for (const definition of programme.gates ?? []) {
    const stored = await readRecord(store, 'gate', programme.id, gateIdOf(programme, definition));
    const isSettled = stored && isUntouched(stored.document, definition, programme, clock.now());
    if (!isSettled) gates.push(definition);
  }
  if (gates.length === 0) return [];
  const input = await headcountsFor(store, programme);
  if (!input) return undefined;
  return gates.flatMap((gate) =>
    gate.criteria.filter(isGroupCriterion).flatMap((criterion): ImpossibleGroup[] => {
      const heard = canBeHeard(criterion.group, input, invitedShareOf(criterion, programme));
      if (heard.outcome === 'canBeHeard') return [];
      const { outcome: _outcome, ...why } = heard;
      const group = nameOfGroup(criterion.group, programme) ?? 'everyone';
      return [{ gate: gate.id, criterion: criterion.id, group, ...why }];
    }),
  );
}

/** Frozen, and the file says what is agreed: nothing is made or changed. */
function isUntouched(gate: Gate, definition: GateDefinition, programme: Programme, now: Instant): boolean {
  if (gate.status === 'withdrawn' || !isFrozen(gate, now)) return false;
  const terms = termsOf(definition, programme);
  return isOver(gate) || sameTerms(gate.terms, terms) || sameTerms(termsInForce(gate), terms);
}

/** Counted people need no pulse. */
function invitedShareOf(criterion: GroupCriterion, { pulses }: Programme): number {
  if (!('pulse' in criterion)) return 1;
  const audience = pulses.find(({ id }) => id === criterion.pulse)?.audience;
  return audience?.kind === 'random' ? audience.share : 1;
}

async function headcountsFor(
  store: AppContext['store'],
  programme: Programme,
): Promise<HeadcountInput | undefined> {
  const candidates = await readCandidates(store, programme);
  if (candidates.length === 0) return undefined;
  const { minimumGroupSize } = programme;
  return headcountInput(candidates, (cells) => buildFrame({ ...programme, cells }), minimumGroupSize);
}
