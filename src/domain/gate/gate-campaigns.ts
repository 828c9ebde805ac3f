/** The sends a gate makes, named once so that its cards can be found again and brought up to date. */

import { asId, type CampaignId, type GateId } from '../ids';
import type { Gate } from './gate';

/** One for each time it is put to somebody, 1-based. */
export function gateAskCampaignIdOf(gateId: GateId, asking: number): CampaignId {
  return asId(`ask${asking}.${gateId}`);
}

/** One for each decision. */
export function gateToldCampaignIdOf(gateId: GateId, decision: number): CampaignId {
  return asId(`told${decision}.${gateId}`);
}

/** One for each change of terms that is proposed. */
export function gateChangeCampaignIdOf(gateId: GateId, change: number): CampaignId {
  return asId(`change${change}.${gateId}`);
}

/** The sends whose cards a change leaves behind; not the one that is being made for the change itself. */
export function gateCampaignsShowing({ gateId, askings, decisions, changes }: Gate): readonly CampaignId[] {
  const numbered = (count: number, idOf: (id: GateId, number: number) => CampaignId) =>
    Array.from({ length: Math.max(0, count) }, (_, index) => idOf(gateId, index + 1));
  return [
    ...numbered(askings, gateAskCampaignIdOf),
    ...numbered(changes.length, gateChangeCampaignIdOf),
    ...numbered(decisions.length - 1, gateToldCampaignIdOf),
  ];
}
