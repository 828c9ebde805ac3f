/** Confidence, usefulness, workarounds and time: what the change comes to for the person asked. */

import type { BankItem } from '../bank-item';
import { agreement, baseline, choice, confidence, sevenPoints, words } from '../define-item';
import { aroundStart, beforeAndAfter, everyStage, inUse, settled } from '../stage-spans';

/** The two items of UMUX-Lite (Lewis, Utesch and Maher 2013), the first in the plain wording that gave the same means
 * as the original in Lewis and Sauro's comparisons of 2021. */
export const umuxLiteIds = { useful: 'umux-lite-useful', easy: 'umux-lite-easy' } as const;

export const outcomeItems: readonly BankItem[] = [
  confidence(
    'confidence',
    ['discover'],
    'right-problem',
    'How confident are you that this programme solves the right problem?',
  ),
  confidence(
    'confidence',
    ['design'],
    'design-works-here',
    'How confident are you that the design will work where you work?',
  ),
  confidence(
    'confidence',
    ['build', 'test'],
    'keeps-its-promise',
    'How confident are you that the system will do what was promised?',
  ),
  confidence(
    'confidence',
    ['test'],
    'problems-found',
    'How confident are you that problems will be found before we start?',
  ),
  confidence(
    'confidence',
    ['train', 'go-live'],
    'safe-first-day',
    'How confident are you that you can work safely with the new system on day one?',
  ),
  confidence(
    'confidence',
    ['train', 'go-live'],
    'team-ready',
    'How confident are you that your team is ready?',
  ),
  confidence(
    'confidence',
    inUse,
    'safe-today',
    'How confident are you that you can work safely with the system today?',
  ),
  confidence(
    'confidence',
    settled,
    'getting-better',
    'How confident are you that the system will get better?',
  ),
  words('confidence', everyStage, 'more-confident', 'What would make you more confident?'),

  sevenPoints(
    'usefulness',
    inUse,
    umuxLiteIds.useful,
    'The system does what I need it to do. 1 is strongly disagree, 7 is strongly agree.',
    'umuxLite',
  ),
  sevenPoints(
    'usefulness',
    inUse,
    umuxLiteIds.easy,
    'The system is easy to use. 1 is strongly disagree, 7 is strongly agree.',
    'umuxLite',
  ),

  agreement('workarounds', inUse, 'work-inside-system', 'I can get my work done inside the system.'),
  baseline('workarounds', beforeAndAfter, 'workaround-often', 'How often do you work around the system?', {
    never: 'Never',
    'some-weeks': 'Less than once a week',
    'each-week': 'About once a week',
    'each-shift': 'About once a shift',
    'many-a-shift': 'Many times a shift',
  }),
  choice('workarounds', settled, 'workaround-why', 'Why do you work around the system most?', {
    none: 'I do not work around it',
    slow: 'It is too slow',
    'log-in': 'I cannot log in',
    fit: 'It does not fit my work',
    missing: 'Something is missing',
    'not-shown': 'Nobody showed me how',
  }),
  words('workarounds', inUse, 'still-on-paper', 'What do you still do on paper?'),

  baseline('time', beforeAndAfter, 'record-time', 'How long did you spend on records in your last shift?', {
    'under-30-min': 'Under 30 minutes',
    'under-1-h': '30 minutes to 1 hour',
    'under-2-h': '1 to 2 hours',
    'under-3-h': '2 to 3 hours',
    'over-3-h': 'Over 3 hours',
  }),
  sevenPoints(
    'time',
    inUse,
    'time-saved',
    'Does the system save you time? 1 is much slower than before, 4 the same, 7 much faster.',
  ),
  agreement('time', settled, 'time-for-patients', 'I have more time for patients than before.'),
  agreement('time', aroundStart, 'time-for-change', 'I am given time to get used to the new system.'),
];
