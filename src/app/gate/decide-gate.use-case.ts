/** Records the SRO's decision on a gate, once, with the evidence as it is at that moment. */

import {
  type DecideGateOutcome,
  type DecideGateRequest,
  decideGate as decide,
  type GateWords,
} from '../../domain/gate/decide-gate';
import type { Gate } from '../../domain/gate/gate';
import type { GateId, PersonId, ProgrammeId } from '../../domain/ids';
import { roles } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord, readRecord } from '../records';
import { gateDecider } from './gate-decider';
import { judgementsOf } from './judge-gate';

export type DecideGateResult =
  | Exclude<DecideGateOutcome, { outcome: 'decided' }>
  | { readonly outcome: 'decided' | 'noSuchGate' };

export async function decideGate(
  context: AppContext,
  command: Pick<DecideGateRequest, 'kind' | 'revision' | 'words'> & {
    readonly programmeId: ProgrammeId;
    readonly gateId: GateId;
    readonly personId: PersonId;
  },
): Promise<DecideGateResult> {
  const { store, keys, clock } = context;
  const { programmeId, gateId, personId, kind, revision } = command;
  const [programme, stored] = await Promise.all([
    currentProgramme(context, programmeId),
    readRecord(store, 'gate', programmeId, gateId),
  ]);
  if (!programme || !stored) return { outcome: 'noSuchGate' };
  const { calendar } = stored.document;
  const evidence = { judgements: await judgementsOf(context, programme, stored.document), calendar };
  const holders = holdersOf(keys, programme, roles);
  const nameOf = (id: PersonId) => holders.find((holder) => holder.personId === id)?.displayName ?? '';
  const isOther = (id: PersonId | undefined) => id !== undefined && id !== personId && nameOf(id) !== '';
  const words = wordsOf(command.words, isOther, nameOf, programme.hospitalNumber);
  const outcome = await changeRecord(
    store,
    'gate',
    programmeId,
    gateId,
    (gate): { outcome: DecideGateResult; next?: Gate } => {
      const by = gateDecider(holders, personId, gate.askedRoles);
      if (!by) return { outcome: { outcome: notAskedOutcome(gate) } };
      const decided = decide(gate, { kind, revision, words, by, evidence, nameOf, now: clock.now() });
      if (decided.outcome !== 'decided') return { outcome: decided };
      return { outcome: { outcome: 'decided' }, next: decided.next };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchGate' };
}

/** Masked before it is stored. An adviser is somebody else, and whoever is named holds a role: the log keeps no names. */
function wordsOf(
  words: GateWords,
  isOther: (id: PersonId | undefined) => boolean,
  nameOf: (id: PersonId) => string,
  hospitalNumber: string | undefined,
): GateWords {
  const { advisedBy, conditionOwner, rationale, mitigation, rollbackTrigger, condition, ...days } = words;
  const masked = Object.entries({ rationale, mitigation, rollbackTrigger, condition }).flatMap(
    ([key, text]) => (text === undefined ? [] : [[key, maskText(text, hospitalNumber).text]]),
  );
  return {
    ...days,
    ...Object.fromEntries(masked),
    ...(isOther(advisedBy) ? { advisedBy } : {}),
    ...(conditionOwner && nameOf(conditionOwner) ? { conditionOwner } : {}),
  };
}

/** Nobody is asked, or this person is not: after a decision the one who comes second is told of it. */
function notAskedOutcome({ status }: Gate): 'alreadyDecided' | 'notAsked' | 'askedOfSomeoneElse' {
  if (status === 'decided') return 'alreadyDecided';
  return status === 'asked' ? 'askedOfSomeoneElse' : 'notAsked';
}
