/** Says which criteria of gates a wave would leave unheard, before it is opened. */

import { asksWhole, isWholeOrDrawn } from '../pulse/asks-whole';
import type { GateWarning } from '../pulse/pulse-preview';
import type { PulseDefinition } from '../pulse/question';
import type { LeftOutPeople } from '../pulse/wave';
import { canBeHeard, type HeadcountInput, peopleOfGroup } from './can-be-heard';
import type { Gate } from './gate';
import type { ConfidenceCriterion, Criterion, NamedGroup, ResponseCriterion } from './gate-definition';
import { termsInForce } from './gate-terms';
import { nameOfGroup } from './named-group';

export interface WaveToWarnOf {
  readonly pulse: Pick<PulseDefinition, 'id' | 'audience'>;
  readonly leftOut: readonly LeftOutPeople[];
  /** Of the people it asks. */
  readonly asked: HeadcountInput;
}

type AskingCriterion = ConfidenceCriterion | ResponseCriterion;

/** The gates among these of which a criterion is judged by this pulse. */
export function gatesOfPulse(gates: readonly Gate[], { id }: Pick<PulseDefinition, 'id'>): readonly Gate[] {
  return gates.filter((gate) => askingCriteria(gate, id).length > 0);
}

/** One for each group of a gate; none where every group may be heard at a 50 % response. */
export function warnOfGates(
  gates: readonly Gate[],
  { pulse, leftOut, asked }: WaveToWarnOf,
): readonly GateWarning[] {
  const { siteGroups = [], staffFamilies = [] } = asked.frame;
  const names = { siteGroups, staffFamilies };
  return gates.flatMap((gate) => {
    const groups = new Map(
      askingCriteria(gate, pulse.id).map(({ group }) => [nameOfGroup(group, names), group] as const),
    );
    return [...groups].flatMap(([name, group]): GateWarning[] => {
      const because = whyUnheard(group);
      if (!because) return [];
      const { decidesOn } = termsInForce(gate);
      const people = peopleOfGroup(group, asked);
      return [
        {
          gateId: gate.gateId,
          gate: gate.name,
          decidesOn,
          because,
          people,
          ...(name ? { group: name } : {}),
        },
      ];
    });
  });

  function whyUnheard(group: NamedGroup): GateWarning['because'] | undefined {
    if (!isWholeOrDrawn(pulse.audience)) return 'chosenByName';
    if (!asksWhole({ audience: pulse.audience, leftOut, frame: asked.frame }, group)) return 'partlyAsked';
    return canBeHeard(group, asked, 1).outcome === 'canBeHeard' ? undefined : 'tooSmall';
  }
}

function askingCriteria(gate: Gate, pulseId: string): readonly AskingCriterion[] {
  const isAsking = (criterion: Criterion): criterion is AskingCriterion =>
    'pulse' in criterion && criterion.pulse === pulseId;
  return termsInForce(gate).criteria.filter(isAsking);
}
