/** Brings the gates of a programme in line with its file, as far as a gate still follows the file. */

import { canonicalJson } from '../../domain/canonical-json';
import { askHolders } from '../../domain/gate/ask-gate';
import type { Gate } from '../../domain/gate/gate';
import { isGroupCriterion } from '../../domain/gate/gate-definition';
import { gateIdOf } from '../../domain/gate/gate-terms';
import { type GateSettling, settleGate, withdrawGate } from '../../domain/gate/settle-gate';
import type { Programme, Role } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { changeRecord, ensureRecord, listRecords } from '../records';

type Ports = Pick<AppContext, 'store' | 'clock'>;

export interface GateSettled {
  readonly gate: string;
  readonly outcome: GateSettling;
}

/** Frozen gates that a file leaves out although they are still to be decided. */
export async function frozenAndMissing(
  { store, clock }: Ports,
  programme: Programme,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const gate of await missingGates(store, programme)) {
    if (withdrawGate(gate, clock.now()) === 'frozen') names.push(gate.name);
  }
  return names;
}

/** Done again it changes nothing. While its groups cannot be checked (`areChecked` false) no gate on a group is made.
 * @returns what became of each gate that the file declares or leaves out. */
export async function settleGates(
  { store, clock }: Ports,
  before: Programme | undefined,
  programme: Programme,
  areChecked: boolean,
): Promise<readonly GateSettled[]> {
  const now = clock.now();
  const settled: GateSettled[] = [];
  for (const definition of programme.gates ?? []) {
    const gateId = gateIdOf(programme, definition);
    const created = settleGate(undefined, definition, programme, now);
    const mayCreate = areChecked || !definition.criteria.some(isGroupCriterion);
    if (mayCreate && created.next && (await ensureRecord(store, 'gate', created.next)) === 'created') {
      settled.push({ gate: definition.id, outcome: 'created' });
      continue;
    }
    const outcome = await changeRecord(store, 'gate', programme.id, gateId, (current) => {
      const result = settleGate(current, definition, programme, now);
      const next = newHoldersAsked(result.next ?? current, before, programme, now);
      const isSame = canonicalJson(next) === canonicalJson(current);
      return isSame ? { outcome: result.outcome } : { outcome: result.outcome, next };
    });
    if (outcome && outcome !== 'unchanged') settled.push({ gate: definition.id, outcome });
  }
  for (const { gateId, name } of await missingGates(store, programme)) {
    const outcome = await changeRecord(store, 'gate', programme.id, gateId, (current) => {
      const next = withdrawGate(current, now);
      return typeof next === 'string' ? { outcome: next } : { outcome: 'withdrawn' as const, next };
    });
    if (outcome === 'withdrawn') settled.push({ gate: name, outcome });
  }
  return settled;
}

async function missingGates(store: AppContext['store'], programme: Programme): Promise<readonly Gate[]> {
  const declared = new Set<string>((programme.gates ?? []).map((gate) => gateIdOf(programme, gate)));
  const missing: Gate[] = [];
  for await (const { document } of listRecords(store, 'gate', programme.id)) {
    if (!declared.has(document.gateId)) missing.push(document);
  }
  return missing;
}

/** A new SRO gets the card of every gate that is open. */
function newHoldersAsked(
  gate: Gate,
  before: Programme | undefined,
  after: Programme,
  now: Parameters<typeof askHolders>[2],
): Gate {
  const holders = (programme: Programme, role: Role) =>
    (programme.roles[role] ?? []).map(({ aadObjectId }) => aadObjectId.toLowerCase());
  const isNew = (role: Role) => {
    const known = before ? holders(before, role) : [];
    return holders(after, role).some((holder) => !known.includes(holder));
  };
  return gate.askedRoles.filter(isNew).reduce((asked, role) => askHolders(asked, role, now), gate);
}
