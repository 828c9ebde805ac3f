/** How the memory of the sending process follows the audience: a small campaign beside a very large one. */

import { DispatchSetting } from '../../support/dispatch/dispatch-setting';
import { rounded } from '../statistics';
import { outcomeOf } from './outcome-of';

const bars = { peakRssRatio: 1.2, lost: 0, duplicates: 0, violations: 0 };
const few = 1_000;
const sendRate = 10_000;
/** The same for both, so that the collector has the same reasons to work. */
const heap = ['--max-old-space-size=256', '--max-semi-space-size=8'];

interface Measured {
  readonly recipients: number;
  readonly peakRssMb: number;
  readonly seconds: number;
  readonly faults: number;
}

/** One process does it all: previewing the pulse, opening its wave, one delivery on record for each, and sending. */
export async function measureMemory(many: number): Promise<boolean> {
  const small = await measure(few);
  const large = await measure(many);
  const peakRssRatio = rounded(large.peakRssMb / small.peakRssMb, 3);
  const barsMet = peakRssRatio <= bars.peakRssRatio && small.faults + large.faults === 0;
  const figures = {
    recipients: [small, large].map(({ recipients }) => recipients),
    peakRssMb: [small, large].map(({ peakRssMb }) => rounded(peakRssMb, 0)),
    seconds: [small, large].map(({ seconds }) => rounded(seconds, 1)),
    lostDuplicatesViolations: small.faults + large.faults,
    peakRssRatio,
  };
  console.log(JSON.stringify({ bench: 'dispatch --memory', ...figures, bars, barsMet }));
  return barsMet;
}

async function measure(recipients: number): Promise<Measured> {
  const setting = await DispatchSetting.open({ teams: { appRequestsPerSecond: 0 } });
  try {
    console.error(`${recipients} people: they are put on record`);
    await setting.addPeople(recipients, { known: recipients });
    const beganMs = performance.now();
    const sender = await setting.startSender(sendRate, { nodeOptions: heap, opens: true });
    const { ms: sendingMs } = await sender.tookFor('send');
    const seconds = (performance.now() - beganMs) / 1_000;
    const { peakRssMb } = await sender.stop();
    console.error(
      `${recipients} people: ${rounded(peakRssMb, 0)} MB, ${rounded(seconds, 0)} s, ${rounded((recipients * 1_000) / sendingMs, 0)}/s`,
    );
    const { lost, duplicates, violations } = await outcomeOf(setting, setting.firstCampaignId);
    return { recipients, peakRssMb, seconds, faults: lost + duplicates + violations };
  } finally {
    await setting.close();
  }
}
