/** Data, reporting and interfaces: whether what people need to know reaches them. */

import type { BankItem } from '../bank-item';
import { agreement } from '../define-item';
import { inUse, making, planning, settled } from '../stage-spans';

export const informationItems: readonly BankItem[] = [
  agreement('data', planning, 'records-up-to-date', 'The records we keep today are up to date.'),
  agreement(
    'data',
    ['test', 'go-live', 'stabilise'],
    'records-came-across',
    'The records I need came across from the old system.',
  ),

  agreement('reporting', making, 'reports-asked-for', 'Somebody asked which reports my team needs.'),
  agreement('reporting', settled, 'reports-i-need', 'I get the reports I need from the system.'),

  agreement('interfaces', ['discover', ...inUse], 'results-reach-me', 'Test results reach me in good time.'),
  agreement('interfaces', inUse, 'entered-once', 'I only need to enter things once.'),
];
