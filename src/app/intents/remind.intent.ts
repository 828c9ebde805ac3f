/** Starts a reminder pass over the deliveries of a wave. */

import { startReminder } from '../../domain/campaign/advance-campaign';
import { changeCampaign } from '../change-campaign';
import type { IntentHandler } from '../intent-handler';

/** In a wave's document; `data.pass` is 1 or 2. A closed or closing wave reminds nobody. */
export const remind: IntentHandler = {
  kind: 'remind',
  async carryOut(context, { document, intent }) {
    const pass = intent.data?.pass;
    if (document.type !== 'wave' || (pass !== 1 && pass !== 2)) {
      throw new TypeError('a reminder belongs to a wave and is the first or the second');
    }
    if (document.status !== 'open') return;
    const outcome = await changeCampaign(context, document, (campaign) =>
      startReminder(campaign, pass, context.clock.now()),
    );
    if (outcome === 'noSuchCampaign') throw new Error('the wave has not been sent yet');
    context.poke();
  },
};
