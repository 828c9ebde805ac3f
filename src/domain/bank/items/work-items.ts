/** Workflow, training, staffing and safety: how the work goes. */

import type { BankItem } from '../bank-item';
import { agreement, choice, confidence } from '../define-item';
import { aroundStart, beforeStart, everyStage, fromTest, fromTraining, inUse, making } from '../stage-spans';

export const workItems: readonly BankItem[] = [
  agreement('workflow', making, 'people-like-me-asked', 'People like me were asked how the work is done.'),
  agreement('workflow', making, 'my-work-understood', 'The people who build it understand my work.'),
  agreement('workflow', ['test', 'train'], 'change-known', 'I know what will change in my job.'),
  agreement('workflow', fromTest, 'fits-my-work', 'The system fits the way we work here.'),
  choice('workflow', fromTest, 'in-the-way', 'What gets in your way most?', {
    devices: 'Computers and devices',
    'log-ins': 'Log-ins and access',
    workflow: 'It does not fit how we work',
    training: 'Training',
    staffing: 'Staffing and time',
    nothing: 'Nothing at the moment',
  }),

  agreement('training', aroundStart, 'training-fits', 'The training I have had fits the work I do.'),
  agreement('training', ['train'], 'training-time', 'I am given time at work for my training.'),
  agreement(
    'training',
    ['train', 'go-live'],
    'practised',
    'I have practised my usual tasks in the new system.',
  ),
  choice('training', fromTraining, 'training-wanted', 'Which training would help you most?', {
    none: 'None at the moment',
    practice: 'Practice on the real system',
    beside: 'Someone beside me on shift',
    video: 'A short video',
    guide: 'A one-page guide',
    class: 'A class',
  }),
  agreement(
    'training',
    ['go-live', 'stabilise'],
    'floor-support',
    'There is somebody to ask when I am stuck.',
  ),
  agreement(
    'training',
    ['stabilise', 'optimise'],
    'training-since',
    'I have had the training I need since we started.',
  ),

  agreement('staffing', aroundStart, 'enough-people', 'We have enough people on shift during this change.'),
  agreement('staffing', beforeStart, 'workload-manageable', 'I can manage my workload at the moment.'),

  agreement('safety', everyStage, 'raise-safety', 'I know how to raise a safety concern.'),
  confidence(
    'safety',
    everyStage,
    'safety-acted-on',
    'How confident are you that a safety concern would be dealt with?',
  ),
  agreement('safety', fromTraining, 'when-it-stops', 'I know what to do when the system stops.'),
  agreement('safety', inUse, 'keeps-patients-safe', 'The system helps me keep patients safe.'),
];
