/** How long something took, as a bucket: exact durations would let two log lines be matched. */

const bucketsMs = [25, 100, 250, 1_000, 2_500, 5_000] as const;

export function tookBucket(ms: number): string {
  const bucket = bucketsMs.find((upTo) => ms < upTo);
  return bucket === undefined ? '5000 ms or more' : `under ${bucket} ms`;
}
