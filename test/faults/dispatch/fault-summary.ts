/** What `npm run faults -- dispatch` prints at its end, and what it must not be. */

import type { KillFigures } from './kill-again';
import type { ResumeFigures } from './pause-lane';
import type { Takeover } from './take-over';

const mostInFlight = 100;
const resumeWithinMs = 3_000;

/** A sentence for each bar that was missed. */
export function barsMissed(
  kills: KillFigures,
  resume: ResumeFigures,
  takeovers: readonly Takeover[],
): readonly string[] {
  const missed: string[] = [];
  const bar = (isMet: boolean, words: string) => {
    if (!isMet) missed.push(words);
  };
  bar(kills.inFlightMax <= mostInFlight, `${kills.inFlightMax} requests in flight`);
  bar(kills.lost === 0, `${kills.lost} people lost`);
  bar(kills.duplicates <= kills.bound, `${kills.duplicates} duplicates, at most ${kills.bound}`);
  bar(
    kills.duplicates <= kills.boundCounted,
    `${kills.duplicates} duplicates, ${kills.boundCounted} counted`,
  );
  bar(resume.resumeMs <= resumeWithinMs, `resumed after ${resume.resumeMs} ms`);
  bar(resume.sentWhilePaused === 0, `${resume.sentWhilePaused} requests in a lane that was to wait`);
  bar(!resume.otherLaneStopped, `the other lane was silent for ${resume.otherLaneGapMs} ms`);
  for (const { store, how, lost, duplicates, repeatable, requestsAfterWaking } of takeovers) {
    const where = `${store}, ${how}:`;
    bar(lost === 0, `${where} ${lost} people lost`);
    bar(duplicates <= repeatable, `${where} ${duplicates} duplicates, ${repeatable} could be repeated`);
    bar(requestsAfterWaking === 0, `${where} ${requestsAfterWaking} requests after it woke`);
  }
  return missed;
}
