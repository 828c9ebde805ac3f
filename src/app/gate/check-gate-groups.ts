/** Whether every group that a gate names can be heard, by the people the programme has now. */

import { buildFrame } from '../../domain/disclosure/build-frame';
import { canBeHeard, type HeadcountInput, neededFor, peopleOfGroup } from '../../domain/gate/can-be-heard';
import type { Gate } from '../../domain/gate/gate';
import {
  type GateDefinition,
  type GroupCriterion,
  isGroupCriterion,
} from '../../domain/gate/gate-definition';
import { gateIdOf, isFrozen, sameTerms, termsInForce, termsOf } from '../../domain/gate/gate-terms';
import { nameOfGroup } from '../../domain/gate/named-group';
import { isOver } from '../../domain/gate/settle-gate';
import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { type AskedAudience, asksWhole } from '../../domain/pulse/asks-whole';
import { selectAudience } from '../../domain/pulse/select-audience';
import { headcountInput } from '../audience/headcount-input';
import { type CandidateInCell, readCandidates } from '../audience/read-candidates';
import type { AppContext } from '../context';
import { readRecord } from '../records';

export interface ImpossibleGroup {
  readonly gate: string;
  readonly criterion: string;
  readonly group: string;
  /** The pulse that asks a part of the group only, so that it says nothing of the rest. */
  readonly partlyAskedBy?: string;
  /** Whom the criterion's pulse would ask of them. */
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
  const candidates = await readCandidates(store, programme);
  if (candidates.length === 0) return undefined;
  const askedBy = countedByPulse(programme, candidates);
  return gates.flatMap((gate) =>
    gate.criteria.filter(isGroupCriterion).flatMap((criterion): ImpossibleGroup[] => {
      const { share, input, wave } = askedBy(criterion);
      const isPart = wave !== undefined && !asksWhole(wave, criterion.group);
      const heard = canBeHeard(criterion.group, input, share);
      if (heard.outcome === 'canBeHeard' && !isPart) return [];
      const group = nameOfGroup(criterion.group, programme) ?? 'everyone';
      const at = { gate: gate.id, criterion: criterion.id, group };
      if (isPart && 'pulse' in criterion) {
        const people = peopleOfGroup(criterion.group, input);
        return [{ ...at, partlyAskedBy: criterion.pulse, people, needed: neededFor(input, share) }];
      }
      if (heard.outcome === 'canBeHeard') return [];
      const { outcome: _outcome, ...why } = heard;
      return [{ ...at, ...why }];
    }),
  );
}

/** Frozen, and the file says what is agreed: nothing is made or changed. */
function isUntouched(gate: Gate, definition: GateDefinition, programme: Programme, now: Instant): boolean {
  if (gate.status === 'withdrawn' || !isFrozen(gate, now)) return false;
  const terms = termsOf(definition, programme);
  return isOver(gate) || sameTerms(gate.terms, terms) || sameTerms(termsInForce(gate), terms);
}

interface Counted {
  /** The share that the pulse draws, above 0 and at most 1. */
  readonly share: number;
  /** Of the whole groups that it asks. */
  readonly input: HeadcountInput;
  /** Absent for people who are counted: they need no pulse. */
  readonly wave?: AskedAudience;
}

/** Each pulse is counted once. */
function countedByPulse(programme: Programme, candidates: readonly CandidateInCell[]) {
  const { pulses, minimumGroupSize } = programme;
  const count = (people: readonly CandidateInCell[]) =>
    headcountInput(people, (cells) => buildFrame({ ...programme, cells }), minimumGroupSize);
  const everybody: Counted = { share: 1, input: count(candidates) };
  const known = new Map<string, Counted>();
  return (criterion: GroupCriterion): Counted => {
    const audience = 'pulse' in criterion && pulses.find(({ id }) => id === criterion.pulse)?.audience;
    if (!audience || audience.kind === 'list') return everybody;
    const counted = known.get(criterion.pulse);
    if (counted) return counted;
    const { asked, leftOut } = selectAudience(programme, candidates, { ...audience, kind: 'everyone' });
    const made: Counted = {
      share: audience.kind === 'random' ? audience.share : 1,
      input: asked.length === candidates.length ? everybody.input : count(asked),
      wave: { audience, leftOut, frame: programme },
    };
    known.set(criterion.pulse, made);
    return made;
  };
}
