/** Creates or updates a programme from its file; applying the same file again changes nothing. */

import type { PulseId } from '../../domain/ids';
import { checkGates } from '../../domain/programme/check-gates';
import { checkProgramme } from '../../domain/programme/check-programme';
import { checkRunsAtOnce } from '../../domain/programme/check-runs-at-once';
import { compareProgrammes, type ProgrammeChange } from '../../domain/programme/compare-programmes';
import { removedPlaces, strandedBy } from '../../domain/programme/find-stranded';
import type { Programme } from '../../domain/programme/programme';
import type { ProgrammeProblem } from '../../domain/programme/programme-problem';
import type { AppContext } from '../context';
import { settleEscalations } from '../escalation/settle-escalations';
import { findImpossibleGroups, type ImpossibleGroup } from '../gate/check-gate-groups';
import { frozenAndMissing, type GateSettled, settleGates } from '../gate/settle-gates';
import { settleRoleHolders } from '../people/settle-role-holders';
import { ConflictError } from '../ports/errors';
import { takenPulseIds } from '../pulse-setup/taken-pulse-ids';
import { withChatPulses } from '../pulse-setup/with-chat-pulses';
import { createRecord, listRecords, replaceRecord } from '../records';
import { runningPulses } from '../schedule/running-pulses';
import { type PulseSettled, settlePulses } from '../schedule/settle-pulses';
import { readProgramme } from './find-programme';

/** What else an application did. */
interface AppliedBeside {
  /** Present where the next run of a pulse is another one than before. */
  readonly pulses?: readonly PulseSettled[];
  /** Present where a gate was made or changed. */
  readonly gates?: readonly GateSettled[];
  /** True where nobody has been imported yet: gates on groups are not made before these can be checked. */
  readonly gatesUnchecked?: true;
}

export type ApplyProgrammeOutcome =
  | ({ readonly outcome: 'created' | 'unchanged' } & AppliedBeside)
  | ({ readonly outcome: 'updated'; readonly changes: readonly ProgrammeChange[] } & AppliedBeside)
  | { readonly outcome: 'invalid'; readonly problems: readonly ProgrammeProblem[] }
  /** Person ids derive from the tenant, and invented people never mix with real ones. */
  | { readonly outcome: 'cannotChange'; readonly field: 'tenantId' | 'isSynthetic' }
  /** What was removed still has people in it. */
  | {
      readonly outcome: 'peopleStranded';
      readonly places: readonly { readonly what: string; readonly people: number }[];
    }
  /** A gate on a group that cannot reach the fewest answers that are shown, at a response of half. */
  | { readonly outcome: 'gateImpossible'; readonly groups: readonly ImpossibleGroup[] }
  /** A frozen gate is in the SRO's hands until it is decided. */
  | { readonly outcome: 'gateFrozen'; readonly gates: readonly string[] }
  /** A pulse that was set up in chat has that id, and its waves and answers belong to it. */
  | { readonly outcome: 'pulseIdsTaken'; readonly pulses: readonly PulseId[] }
  | { readonly outcome: 'changedAtTheSameTime' };

type Ports = Pick<AppContext, 'store' | 'keys' | 'clock'>;

export async function applyProgramme(context: Ports, programme: Programme): Promise<ApplyProgrammeOutcome> {
  const problems = checkProgramme(programme);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const current = await readProgramme(context.store, programme.id);
  const before = current?.document;
  if (before && before.tenantId !== programme.tenantId) return { outcome: 'cannotChange', field: 'tenantId' };
  if (before && before.isSynthetic !== programme.isSynthetic) {
    return { outcome: 'cannotChange', field: 'isSynthetic' };
  }
  const changes = before ? compareProgrammes(before, programme) : [];
  const places = before ? await strandedPlaces(context, before, programme) : [];
  if (places.length > 0) return { outcome: 'peopleStranded', places };
  const taken = await takenPulseIds(context, programme);
  if (taken.length > 0) return { outcome: 'pulseIdsTaken', pulses: taken };
  const known = await withChatPulses(context, programme);
  const running = await runningPulses(context, programme);
  const unmet = [
    ...checkRunsAtOnce(programme, running, context.clock.now()),
    ...known.problems,
    ...checkGates(known.programme),
  ];
  if (unmet.length > 0) return { outcome: 'invalid', problems: unmet };
  const frozen = await frozenAndMissing(context, programme);
  if (frozen.length > 0) return { outcome: 'gateFrozen', gates: frozen };
  const impossible = await findImpossibleGroups(context, known.programme);
  if (impossible && impossible.length > 0) return { outcome: 'gateImpossible', groups: impossible };
  try {
    if (!current) await createRecord(context.store, 'programme', programme);
    else if (changes.length > 0) await replaceRecord(context.store, 'programme', programme, current.version);
  } catch (error) {
    if (error instanceof ConflictError) return { outcome: 'changedAtTheSameTime' };
    throw error;
  }
  // Also when nothing changed: an earlier application may have been cut off here.
  await settleRoleHolders(context, before, programme);
  if (before) await settleEscalations(context, programme);
  const settled = await settleGates(context, before, programme, impossible !== undefined);
  const pulses = await settlePulses(context, programme);
  const beside: AppliedBeside = {
    ...(pulses.length > 0 ? { pulses } : {}),
    ...(settled.length > 0 ? { gates: settled } : {}),
    ...(impossible ? {} : { gatesUnchecked: true }),
  };
  if (!current) return { outcome: 'created', ...beside };
  return changes.length > 0
    ? { outcome: 'updated', changes, ...beside }
    : { outcome: 'unchanged', ...beside };
}

async function strandedPlaces(context: Ports, before: Programme, after: Programme) {
  const removed = removedPlaces(before, after);
  if (!removed) return [];
  const counts = new Map<string, number>();
  for await (const { document } of listRecords(context.store, 'person', before.id)) {
    for (const what of strandedBy(document, removed)) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].sort().map(([what, people]) => ({ what, people }));
}
