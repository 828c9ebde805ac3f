/** Whether every group that a gate names can be heard, by the people the programme has now. */

import { buildFrame } from '../../domain/disclosure/build-frame';
import { canBeHeard, type HeadcountInput, neededFor, peopleOfGroup } from '../../domain/gate/can-be-heard';
import type { Gate } from '../../domain/gate/gate';
import {
  type Criterion,
  type GateDefinition,
  type GroupCriterion,
  isGroupCriterion,
} from '../../domain/gate/gate-definition';
import { gateIdOf, isFrozen, sameTerms, termsInForce, termsOf } from '../../domain/gate/gate-terms';
import { nameOfGroup } from '../../domain/gate/named-group';
import { isOver } from '../../domain/gate/settle-gate';
import type { PulseId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { type AskedAudience, asksWhole } from '../../domain/pulse/asks-whole';
import type { Audience } from '../../domain/pulse/question';
import { AudienceSelection } from '../../domain/pulse/select-audience';
import { candidatesOf } from '../audience/candidates-of';
import { headcountInput } from '../audience/headcount-input';
import { HeadcountTally } from '../audience/headcount-tally';
import type { AppContext } from '../context';
import type { Store } from '../ports/store';
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
  const askedBy = await countByPulse(store, programme, gates);
  if (!askedBy) return undefined;
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

/** The people are read once for all pulses. Undefined where there is nobody. */
async function countByPulse(
  store: Store,
  programme: Programme,
  gates: readonly GateDefinition[],
): Promise<((criterion: GroupCriterion) => Counted) | undefined> {
  const { minimumGroupSize } = programme;
  const named = new Set(gates.flatMap(({ criteria }) => criteria.map(pulseOf)));
  const judging = programme.pulses
    .filter(({ id }) => named.has(id))
    .flatMap(({ id, audience }) =>
      audience.kind === 'list'
        ? []
        : [{ id, audience, selection: wholeSelection(programme, audience), asked: new HeadcountTally() }],
    );
  const everybody = new HeadcountTally();
  for await (const candidate of candidatesOf(store, programme)) {
    everybody.add(candidate);
    for (const { selection, asked } of judging) if (selection.asks(candidate)) asked.add(candidate);
  }
  if (everybody.people === 0) return undefined;
  const inputOf = (people: HeadcountTally) =>
    headcountInput(people, buildFrame({ ...programme, cells: people.cells }), minimumGroupSize);
  const all: Counted = { share: 1, input: inputOf(everybody) };
  const known = new Map(
    judging.map(({ id, audience, selection, asked }): [string, Counted] => [
      id,
      {
        share: audience.kind === 'random' ? audience.share : 1,
        input: asked.people === everybody.people ? all.input : inputOf(asked),
        wave: { audience, leftOut: selection.counts().leftOut, frame: programme },
      },
    ]),
  );
  return (criterion) => known.get(pulseOf(criterion) ?? '') ?? all;
}

function pulseOf(criterion: Criterion): PulseId | undefined {
  return 'pulse' in criterion ? criterion.pulse : undefined;
}

/** Before a share is drawn: it is of whole groups. */
function wholeSelection(
  programme: Programme,
  audience: Exclude<Audience, { kind: 'list' }>,
): AudienceSelection {
  return new AudienceSelection(programme, { ...audience, kind: 'everyone' });
}
