/** What can go wrong while a campaign is sent: kills, refusals, lost replies, a lane that must wait, two instances. */

import { barsMissed } from './fault-summary';
import { killAgain } from './kill-again';
import { pauseLane } from './pause-lane';
import { takeOver } from './take-over';

export interface DispatchFaults {
  readonly kills: number;
  readonly recipients: number;
  readonly seed: number;
}

/** @returns whether every bar was met; the last line on standard output has the figures. */
export async function faultsDispatch({ kills, recipients, seed }: DispatchFaults): Promise<boolean> {
  const killed = await killAgain(kills, recipients, seed);
  console.error(JSON.stringify(killed));
  const resume = await pauseLane();
  console.error(JSON.stringify(resume));
  const takeovers = [];
  for (const store of ['embedded', 'cosmos'] as const) {
    for (const how of ['killed', 'paused'] as const) {
      const takeover = await takeOver(store, how);
      console.error(JSON.stringify(takeover));
      takeovers.push(takeover);
    }
  }
  const missed = barsMissed(killed, resume, takeovers);
  for (const words of missed) console.error(words);
  const barsMet = missed.length === 0;
  console.log(JSON.stringify({ faults: 'dispatch', seed, ...killed, ...resume, takeovers, barsMet }));
  return barsMet;
}
