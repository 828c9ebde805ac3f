/** The demo's pulse of three questions. */

import { asId, type PulseId } from '../../domain/ids';
import type { PulseDefinition } from '../../domain/pulse/question';

export const questionIds = {
  confident: 'confident',
  training: 'training-fits',
  obstacle: 'in-the-way',
} as const;

/** The practical themes of earlier programmes. */
export const obstacles = [
  { id: 'devices', text: 'Computers and devices' },
  { id: 'log-ins', text: 'Log-ins and access' },
  { id: 'workflow', text: 'It does not fit how we work' },
  { id: 'training', text: 'Training' },
  { id: 'staffing', text: 'Staffing and time' },
  { id: 'nothing', text: 'Nothing at the moment' },
] as const;

export const syntheticPulse: PulseDefinition & { readonly id: PulseId } = {
  id: asId('readiness'),
  title: 'Ready for the new record?',
  openForDays: 14,
  audience: { kind: 'everyone' },
  questions: [
    {
      id: asId(questionIds.confident),
      kind: 'confidence',
      text: 'How confident are you that you can do your job safely with the new record from its first day?',
    },
    {
      id: asId(questionIds.training),
      kind: 'agreement',
      text: 'The training I have had fits the work I do.',
    },
    {
      id: asId(questionIds.obstacle),
      kind: 'choice',
      text: 'What gets in your way most?',
      choices: obstacles,
    },
  ],
};
