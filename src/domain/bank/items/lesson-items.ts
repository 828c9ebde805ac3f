/** The six things that national programmes failed on, asked early enough to act. */

import type { BankItem } from '../bank-item';
import { agreement } from '../define-item';
import { beforeStart, everyStage, planning, settled } from '../stage-spans';

export const lessonItems: readonly BankItem[] = [
  agreement(
    'competing-priorities',
    [...planning, 'optimise'],
    'priority-known',
    'I know how important this is beside our other work.',
  ),
  agreement('competing-priorities', beforeStart, 'room-for-this', 'My team has room for this change now.'),

  agreement('legacy-systems', planning, 'old-systems-known', 'I know which old systems this will replace.'),
  agreement('legacy-systems', settled, 'old-system-gone', 'We have stopped using the old system.'),

  agreement('imposed-timelines', beforeStart, 'date-realistic', 'The start date is realistic.'),
  agreement('imposed-timelines', beforeStart, 'would-wait', 'We would wait if people needed more time.'),

  agreement('changing-governance', everyStage, 'who-decides', 'I know who decides about this programme.'),
  agreement(
    'changing-governance',
    everyStage,
    'decisions-reach-me',
    'Decisions that affect my work reach me.',
  ),

  agreement('drifting-objectives', planning, 'why-we-do-this', 'I know why we are doing this.'),
  agreement(
    'drifting-objectives',
    everyStage.filter((stage) => stage !== 'discover'),
    'same-aim',
    'We still work towards what we set out to do.',
  ),

  agreement('lost-learning', everyStage, 'learn-from-before', 'We learn from what happened before.'),
  agreement('lost-learning', everyStage, 'hear-back', 'I hear back when I raise a problem.'),
];
