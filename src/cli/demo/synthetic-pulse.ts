/** The demo's pulse: three questions of the bank. */

import { bankQuestion } from '../../domain/bank/question-bank';
import { asId, type PulseId } from '../../domain/ids';
import type { PulseDefinition } from '../../domain/pulse/question';

export const questionIds = {
  confident: 'safe-first-day',
  training: 'training-fits',
  obstacle: 'in-the-way',
} as const;

const obstacle = bankQuestion(questionIds.obstacle);
export const obstacles = obstacle.kind === 'choice' ? obstacle.choices : [];

export const syntheticPulse: PulseDefinition & { readonly id: PulseId } = {
  id: asId('readiness'),
  title: 'Ready for the new record?',
  openForDays: 14,
  audience: { kind: 'everyone' },
  questions: [bankQuestion(questionIds.confident), bankQuestion(questionIds.training), obstacle],
};
