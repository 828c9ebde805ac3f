/** The sends a gate makes, named once so that its cards can be found again and brought up to date. */

import { asId, type CampaignId, type GateId } from '../ids';
import type { Gate } from './gate';

/** One for each decision. */
export function gateToldCampaignIdOf(gateId: GateId, decision: number): CampaignId {
  return asId(`told${decision}.${gateId}`);
}

/** Its own sends whose cards a change leaves behind, without the one that is being made for the change itself; what those
 * who decide got was sent by their desks. */
export function gateCampaignsShowing({ gateId, decisions }: Gate): readonly CampaignId[] {
  const earlier = Array.from({ length: Math.max(0, decisions.length - 1) }, (_, index) => index + 1);
  return earlier.map((number) => gateToldCampaignIdOf(gateId, number));
}
