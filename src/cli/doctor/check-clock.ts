/** Whether this machine's time can be relied on: leases run on one clock, tokens and deadlines on the other. */

import type { Clock } from '../../app/ports/clock';
import { epochMsOf } from '../../domain/instant';
import type { Check } from './check';

const sampleMs = 200;
const steadyMs = 100;
/** Tokens are refused when the clocks differ by five minutes; this leaves time to notice. */
const skewWarningMs = 30_000;
const skewFailureMs = 240_000;

/** Wall time and monotonic time must agree on how long a moment was. */
export async function checkSteadiness(clock: Clock): Promise<Check> {
  const [wallMs, monotonicMs] = [epochMsOf(clock.now()), clock.monotonicMs()];
  await clock.sleep(sampleMs);
  const wallPassedMs = epochMsOf(clock.now()) - wallMs;
  const passedMs = clock.monotonicMs() - monotonicMs;
  const name = 'clock';
  if (passedMs <= 0 || wallPassedMs < 0) {
    return { name, status: 'failed', words: 'time stood still or went back while it was watched' };
  }
  if (Math.abs(wallPassedMs - passedMs) > steadyMs) {
    return { name, status: 'warning', words: 'wall time was corrected while it was watched: check it again' };
  }
  return { name, status: 'ok', words: 'steady' };
}

/** Compares wall time with the `Date` header of the sign-in service, to a second. */
export async function checkSkew(clock: Clock, url: string): Promise<Check> {
  const name = 'clock against the sign-in service';
  const host = new URL(url).host;
  let header: string | null;
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
    header = response.headers.get('date');
  } catch {
    return { name, status: 'failed', words: `${host} does not answer: tokens cannot be checked without it` };
  }
  const theirsMs = Date.parse(header ?? '');
  if (Number.isNaN(theirsMs))
    return { name, status: 'warning', words: `${host} does not say what time it is` };
  const skewMs = epochMsOf(clock.now()) - theirsMs;
  const words = `${Math.round(Math.abs(skewMs) / 1_000)} s ${skewMs < 0 ? 'behind' : 'ahead of'} ${host}`;
  if (Math.abs(skewMs) > skewFailureMs)
    return { name, status: 'failed', words: `${words}: tokens are refused` };
  return { name, status: Math.abs(skewMs) > skewWarningMs ? 'warning' : 'ok', words };
}
