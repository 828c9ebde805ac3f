/** What `npm run faults -- dispatch` prints at its end, and what it must not be. */

import type { Takeover } from './take-over';

export interface KillFigures {
  readonly kills: number;
  readonly recipients: number;
  readonly delivered: number;
  /** On record as failed or unreachable: two replies in doubt, one after the other. */
  readonly notConfirmed: number;
  /** The most requests on their way at once, as Teams counted. */
  readonly inFlightMax: number;
  /** People without a message and without an outcome that says so. */
  readonly lost: number;
  readonly duplicates: number;
  /** In flight × kills + replies in doubt. */
  readonly bound: number;
  /** Messages that were there and not on record at the moment of each kill, summed, + replies in doubt: what can be
   * repeated at all. */
  readonly boundCounted: number;
}

export interface ResumeFigures {
  /** From a 429 with `Retry-After: 2` to the next request of its lane. */
  readonly resumeMs: number;
  /** Requests of that lane before its two seconds had passed, beside those that were on their way. */
  readonly sentWhilePaused: number;
  /** The longest silence of the other lane meanwhile. */
  readonly otherLaneGapMs: number;
  readonly otherLaneStopped: boolean;
}

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
