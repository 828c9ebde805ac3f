/** Solves integer programmes with HiGHS, compiled to WebAssembly. */

import loadHighs from 'highs';
import type { Solver } from './app/ports/solver';
import type { IntegerProgramme, SolveProgramme } from './domain/disclosure/integer-programme';

/** The longest that one programme is worked on; what is found by then counts if it keeps every constraint. */
const secondsForOne = 10;
const relativeGap = 0.01;

export class HighsSolver implements Solver {
  private loaded: Promise<SolveProgramme> | undefined;

  /** Takes about 65 ms, once. What it resolves to blocks while it solves: usually milliseconds. */
  load(): Promise<SolveProgramme> {
    this.loaded ??= open();
    return this.loaded;
  }
}

async function open(): Promise<SolveProgramme> {
  const highs = await loadHighs();
  return (programme) => {
    if (programme.constraints.length === 0) return { outcome: 'solved', chosen: new Set() };
    const { Status: status, Columns: columns } = highs.solve(textOf(programme), {
      output_flag: false,
      time_limit: secondsForOne,
      mip_rel_gap: relativeGap,
    });
    if (status === 'Infeasible') return { outcome: 'infeasible' };
    const chosen = new Set<number>();
    for (const [name, column] of Object.entries(columns)) {
      if ('Primal' in column && column.Primal > 0.5) chosen.add(Number(name.slice(1)));
    }
    return isKept(programme, chosen) ? { outcome: 'solved', chosen } : { outcome: 'outOfTime' };
  };
}

function isKept({ constraints }: IntegerProgramme, chosen: ReadonlySet<number>): boolean {
  return constraints.every(({ coefficients, atLeast }) => {
    const sum = coefficients.reduce(
      (total, [variable, factor]) => total + (chosen.has(variable) ? factor : 0),
      0,
    );
    return sum >= atLeast;
  });
}

/** In the LP file format: variable `i` is `xi`. Only those that a constraint names are stated; the others are 0. */
function textOf({ costs, constraints }: IntegerProgramme): string {
  const used = [
    ...new Set(constraints.flatMap(({ coefficients }) => coefficients.map(([variable]) => variable))),
  ];
  const objective = used.map((variable) => `${costs[variable] ?? 0} x${variable}`).join(' + ');
  const rows = constraints.map(({ coefficients, atLeast }, index) => {
    const terms = coefficients.map(([variable, factor]) => `${factor} x${variable}`).join(' + ');
    return ` c${index}: ${terms} >= ${atLeast}`;
  });
  const names = used.map((variable) => ` x${variable}`).join('\n');
  return ['Minimize', ` obj: ${objective}`, 'Subject To', ...rows, 'Binary', names, 'End', ''].join('\n');
}
