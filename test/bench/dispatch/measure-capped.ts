/** A whole campaign under Teams' cap, counted by Teams alone. */

import { DispatchSetting } from '../../support/dispatch/dispatch-setting';
import { rounded } from '../statistics';
import { outcomeOf } from './outcome-of';

const bars = { capUtilisation: 0.97, lost: 0, duplicates: 0, violations: 0 };

/** Half of the people have been written to before; each of the others takes three requests: the conversation, the Teams
 * id, the card. */
export async function measureCapped(recipients: number, cap: number): Promise<boolean> {
  const setting = await DispatchSetting.open({ teams: { appRequestsPerSecond: cap } });
  try {
    const known = Math.floor(recipients / 2);
    await setting.addPeople(recipients, { known });
    const { campaignId } = await setting.openPulse();
    const expected = known + 3 * (recipients - known);
    console.error(`${recipients} people, ${known} known: ${expected} requests, ${expected / cap} s at least`);
    const sender = await setting.startSender(cap);
    await sender.tookFor('send');
    const { peakRssMb } = await sender.stop();
    const { requests, admittedSpanMs, ...outcome } = await outcomeOf(setting, campaignId);
    const seconds = admittedSpanMs / 1_000;
    // A second holds `cap` requests; the first one opens the span and is not in it.
    const capUtilisation = rounded((requests - 1) / (cap * seconds), 4);
    const barsMet =
      capUtilisation >= bars.capUtilisation &&
      outcome.delivered === recipients &&
      outcome.lost + outcome.duplicates + outcome.violations === 0;
    const figures = {
      recipients,
      requests,
      knownConversations: known,
      ...outcome,
      capUtilisation,
      seconds: rounded(seconds),
      peakRssMb: rounded(peakRssMb, 0),
    };
    console.log(JSON.stringify({ bench: 'dispatch', cap, ...figures, bars, barsMet }));
    return barsMet;
  } finally {
    await setting.close();
  }
}
