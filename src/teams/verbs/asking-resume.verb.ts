/** "Ask me again", from the card that confirms the stop. */

import { verbNames } from '../../cards/verb-names';
import { changingAskingVerb } from './changing-asking';

export const askingResumeVerb = changingAskingVerb(verbNames.askingResume, false);
