/** A bar for a terminal: `#` has it, `x` cannot get it, `.` the rest. */

import type { CampaignTotals } from '../domain/campaign/campaign';

const width = 40;

/** Always of one width; whoever is there at all is seen. */
export function progressBar({ invited, delivered, unreachable, failed }: CampaignTotals): string {
  const missed = unreachable + failed;
  const cellsFor = (people: number) =>
    people === 0 ? 0 : Math.max(1, Math.round((people * width) / Math.max(1, invited)));
  const missedCells = cellsFor(missed);
  const haveCells = Math.min(cellsFor(delivered), width - missedCells);
  return `[${'#'.repeat(haveCells)}${'x'.repeat(missedCells)}${'.'.repeat(width - haveCells - missedCells)}]`;
}
