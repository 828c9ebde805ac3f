/** "Stop asking me", from any pulse card. */

import { verbNames } from '../../cards/verb-names';
import { changingAskingVerb } from './changing-asking';

export const askingStopVerb = changingAskingVerb(verbNames.askingStop, true);
