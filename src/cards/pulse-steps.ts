/** The steps in which a pulse is set up in chat: their order, and where each one leads. */

import type { PulseStep } from '../domain/pulse/change-draft';
import type { PulseDefinition } from '../domain/pulse/question';

export const pulseSteps = ['questions', 'own', 'audience', 'leaveOut', 'when', 'day', 'repeat'] as const;
pulseSteps satisfies readonly PulseStep[];
/** All of it, before it is confirmed. */
export const pulseOverview = 'overview';
export type PulsePlaceOnCard = PulseStep | typeof pulseOverview;

type Scheduled = Pick<PulseDefinition, 'schedule'>;

/** Those that a lead is led through: what few need lies beside the way. */
export function stepsOnTheWay({ schedule }: Scheduled): readonly PulseStep[] {
  const time = schedule?.kind === 'once' ? (['day'] as const) : schedule ? (['repeat'] as const) : [];
  return ['questions', 'audience', 'when', ...time];
}

/** A step beside the way leads on to the one after that from which it is reached. */
export function pulseStepAfter(definition: Scheduled, step: PulseStep): PulsePlaceOnCard {
  const steps = stepsOnTheWay(definition);
  return steps[steps.indexOf(onTheWay(step)) + 1] ?? pulseOverview;
}

export function pulseStepBefore(definition: Scheduled, step: PulseStep): PulseStep | undefined {
  if (onTheWay(step) !== step) return onTheWay(step);
  const steps = stepsOnTheWay(definition);
  return steps[steps.indexOf(step) - 1];
}

/** Every step that can be gone to from the whole. */
export function changeableSteps(definition: Scheduled): readonly PulseStep[] {
  return pulseSteps.filter((step) => onTheWay(step) !== step || stepsOnTheWay(definition).includes(step));
}

function onTheWay(step: PulseStep): PulseStep {
  if (step === 'own') return 'questions';
  return step === 'leaveOut' ? 'audience' : step;
}
