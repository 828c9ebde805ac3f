/** Adds counts by name. */
export function addCounts(
  all: readonly Readonly<Record<string, number>>[],
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const counts of all) addCounted(sums, counts);
  return sums;
}

/** Adds to sums that are already there; makes nothing else, because it is done for every profile of a wave. */
export function addCounted(
  sums: Record<string, number>,
  counts: Readonly<Record<string, number>> | undefined,
): void {
  for (const name in counts) sums[name] = (sums[name] ?? 0) + (counts[name] ?? 0);
}
