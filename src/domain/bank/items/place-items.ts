/** Infrastructure and log-ins: what stands, or does not, where people work. */

import type { BankItem } from '../bank-item';
import { agreement, baseline, choice } from '../define-item';
import { beforeAndAfter, everyStage, fromTest, inUse } from '../stage-spans';

export const placeItems: readonly BankItem[] = [
  agreement('infrastructure', everyStage, 'wifi-where-i-work', 'The Wi-Fi works everywhere I work.'),
  baseline(
    'infrastructure',
    beforeAndAfter,
    'wifi-drops',
    'How often did the Wi-Fi drop in your last shift?',
    {
      never: 'Never',
      once: 'Once',
      'up-to-5': '2 to 5 times',
      'over-5': 'More than 5 times',
      unused: 'I do not use Wi-Fi',
    },
  ),
  agreement(
    'infrastructure',
    everyStage,
    'device-when-needed',
    'I can find a working device when I need one.',
  ),
  choice(
    'infrastructure',
    ['discover', 'design', ...fromTest],
    'device-used',
    'Which device do you use most at work?',
    {
      desktop: 'A desktop computer',
      wheels: 'A computer on wheels',
      laptop: 'A laptop',
      tablet: 'A tablet',
      phone: 'A phone',
      none: 'None',
    },
  ),
  agreement('infrastructure', fromTest, 'printing-works', 'The printers near me work.'),

  agreement('log-ins', fromTest, 'log-in-works', 'My log-in works when I start my shift.'),
  baseline('log-ins', beforeAndAfter, 'log-in-time', 'How long does it take you to log in?', {
    'under-30-s': 'Under 30 seconds',
    'under-1-min': '30 seconds to 1 minute',
    'under-2-min': '1 to 2 minutes',
    'under-5-min': '2 to 5 minutes',
    'over-5-min': 'Over 5 minutes',
  }),
  agreement('log-ins', fromTest, 'access-right', 'I can open everything my job needs.'),
  agreement('log-ins', inUse, 'locked-out-help', 'I get help quickly when I am locked out.'),
];
