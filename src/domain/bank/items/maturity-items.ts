/** The seven dimensions of digital maturity, as somebody at work meets them. */

import type { BankItem } from '../bank-item';
import { agreement, baseline } from '../define-item';
import { beforeAndAfter, fromTest, inUse, settled } from '../stage-spans';

export const maturityItems: readonly BankItem[] = [
  agreement('usability', ['test', 'train', 'go-live'], 'easy-to-learn', 'The system is easy to learn.'),
  agreement('usability', inUse, 'find-on-screen', 'I can quickly find what I need on the screen.'),

  agreement('performance', fromTest, 'fast-enough', 'The system is fast enough for my work.'),
  agreement('performance', inUse, 'fast-when-busy', 'The system stays fast at busy times.'),

  agreement('adaptability', ['design'], 'design-can-change', 'The design still changes when we ask for it.'),
  agreement('adaptability', settled, 'system-can-change', 'The system changes when our work changes.'),

  agreement('dependability', inUse, 'there-when-needed', 'The system is there when I need it.'),
  baseline(
    'dependability',
    beforeAndAfter,
    'stops-often',
    'How often did the system stop in your last shift?',
    { never: 'Never', once: 'Once', 'up-to-5': '2 to 5 times', 'over-5': 'More than 5 times' },
  ),

  agreement(
    'data-availability',
    ['discover', ...inUse],
    'see-what-i-need',
    'I can see the patient information I need.',
  ),
  agreement(
    'data-availability',
    inUse,
    'record-moves-along',
    'When a patient moves, their record is there too.',
  ),

  agreement('integrity', ['discover', ...fromTest], 'record-is-right', 'I trust what the record says.'),
  agreement('integrity', inUse, 'entries-saved', 'What I enter is always saved.'),

  agreement('confidentiality', fromTest, 'right-people-see', 'Only the right people see what I record.'),
  agreement('confidentiality', inUse, 'screen-private', 'My screen is private where I work.'),
];
