/** What releases say of staff whose true confidence is known: 200 seeded waves of the demo's shape for each truth, at 35 %
 * response and a floor of 70 %, with everything withheld that a release withholds. */

import { families } from '../../../src/cli/demo/synthetic-shape';
import type { Release } from '../../../src/domain/disclosure/release';
import { groupsBelowFloor } from '../../../src/domain/disclosure/wave-findings';
import { standingOf } from '../../../src/domain/score/standing-of';
import { countedWave, floor, releaseOfWave } from '../../domain/score/simulated-waves';

const runs = 200;
const bars = { quietAt80: 195, gateMetAt85: 150, caughtAt50: 190 };
const nothing = { quiet: 0, met: 0, notSureYet: 0, notMet: 0, notShown: 0, caught: 0 };
type Counts = { -readonly [K in keyof typeof nothing]: number };

/** A gate on every declared staff family, as far as they are shown. */
function gateOf(release: Release): 'met' | 'notSureYet' | 'notMet' | 'notShown' {
  const rows = release.tables[0]?.rows.filter(({ kind }) => kind === 'staffFamily') ?? [];
  const standings = rows.map((row) => standingOf(row, floor));
  if (standings.includes('belowFloor')) return 'notMet';
  if (standings.includes('notHeardYet') || standings.includes('tooSmallToShow')) return 'notShown';
  return standings.every((one) => one === 'atOrAboveFloor') ? 'met' : 'notSureYet';
}

/** `lowOf`: the family that is at 50 % in a run; none where everybody is alike. */
async function play(share: number, lowOf: (run: number) => string | undefined = () => undefined) {
  const counts: Counts = { ...nothing };
  for (let run = 0; run < runs; run += 1) {
    const low = lowOf(run);
    const truth = (family: string) => (family === low ? 0.5 : share);
    const release = await releaseOfWave(countedWave(`${share} ${low} ${run}`, truth));
    const below = groupsBelowFloor(release);
    const isOfLow = (atomIds: readonly string[]) => atomIds.every((atomId) => atomId.endsWith(`.${low}`));
    counts[gateOf(release)] += 1;
    if (below.length === 0) counts.quiet += 1;
    if (below.some(({ atomIds }) => isOfLow(atomIds))) counts.caught += 1;
  }
  return counts;
}

export async function benchVerdicts(): Promise<boolean> {
  const at80 = await play(0.8);
  const at85 = await play(0.85);
  const at72 = await play(0.72);
  const ids = families.map(({ id }) => id);
  const low = await play(0.8, (run) => ids[run % ids.length]);
  const gateOnly = ({ met, notSureYet, notMet, notShown }: Counts) => ({ met, notSureYet, notMet, notShown });
  const figures = {
    runs,
    quietAt80: at80.quiet,
    gateMetAt85: at85.met,
    gateAt85: gateOnly(at85),
    caughtAt50: low.caught,
    gateAt72: gateOnly(at72),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return (
    figures.quietAt80 >= bars.quietAt80 &&
    figures.gateMetAt85 >= bars.gateMetAt85 &&
    figures.caughtAt50 >= bars.caughtAt50 &&
    at72.notSureYet > at72.met
  );
}
