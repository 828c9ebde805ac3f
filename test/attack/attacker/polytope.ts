/** Linear programmes over one polytope, one after another: each starts where the last one ended. */

export interface LinearRow {
  /** Index of the variable and its factor, each variable at most once. */
  readonly terms: readonly (readonly [variable: number, factor: number])[];
  readonly low: number;
  readonly high: number;
}

export interface Optimum {
  readonly value: number;
  readonly point: Float64Array;
}

const tiny = 1e-9;

/** All x ≥ 0 under the rows, held as a simplex tableau in the state of the last optimum. */
export class Polytope {
  /** False when no x satisfies the rows. */
  readonly isFeasible: boolean;
  private readonly table: Float64Array[] = [];
  private readonly basis: number[] = [];
  private readonly width: number;

  constructor(
    private readonly variables: number,
    rows: readonly LinearRow[],
  ) {
    const single = rows.flatMap(({ terms, low, high }) =>
      low === high
        ? [{ terms, sign: 0, at: low }]
        : [
            ...(Number.isFinite(high) ? [{ terms, sign: 1, at: high }] : []),
            ...(Number.isFinite(low) ? [{ terms, sign: -1, at: low }] : []),
          ],
    );
    const slacks = single.filter(({ sign }) => sign !== 0).length;
    const artificial = variables + slacks;
    this.width = artificial + single.length;
    let slack = variables;
    for (const [index, { terms, sign, at }] of single.entries()) {
      const line = new Float64Array(this.width + 1);
      const flip = at < 0 || (at === 0 && sign < 0) ? -1 : 1;
      for (const [variable, factor] of terms) line[variable] = factor * flip;
      line[this.width] = at * flip;
      if (sign !== 0) line[slack] = sign * flip;
      const isOwnBasis = sign * flip > 0;
      if (!isOwnBasis) line[artificial + index] = 1;
      this.basis.push(isOwnBasis ? slack : artificial + index);
      if (sign !== 0) slack += 1;
      this.table.push(line);
    }
    this.isFeasible = this.findStart(artificial);
    this.width = this.dropArtificial(artificial);
  }

  /** The highest value of `objective · x`. @throws RangeError when there is none. */
  maximise(objective: Float64Array): Optimum {
    const value = this.climb(objective, this.width);
    const point = new Float64Array(this.variables);
    for (const [row, variable] of this.basis.entries()) {
      if (variable < this.variables) point[variable] = this.table[row]?.[this.width] ?? 0;
    }
    return { value, point };
  }

  private findStart(artificial: number): boolean {
    const objective = new Float64Array(this.width);
    for (let column = artificial; column < this.width; column += 1) objective[column] = -1;
    return this.climb(objective, artificial) > -1e-6;
  }

  /** Takes what only served to start out of the tableau; a row that holds nothing else says nothing. */
  private dropArtificial(artificial: number): number {
    for (let row = this.table.length - 1; row >= 0; row -= 1) {
      if ((this.basis[row] ?? 0) < artificial) continue;
      const line = this.table[row];
      const column = line?.subarray(0, artificial).findIndex((value) => Math.abs(value) > 1e-7) ?? -1;
      if (column >= 0) this.pivot(row, column);
      else {
        this.table.splice(row, 1);
        this.basis.splice(row, 1);
      }
    }
    for (const [row, line] of this.table.entries()) {
      const kept = new Float64Array(artificial + 1);
      kept.set(line.subarray(0, artificial));
      kept[artificial] = line[line.length - 1] ?? 0;
      this.table[row] = kept;
    }
    return artificial;
  }

  /** Simplex steps over the first `columns` columns until nothing improves. */
  private climb(objective: Float64Array, columns: number): number {
    const reduced = new Float64Array(this.table[0]?.length ?? this.width + 1);
    reduced.set(objective);
    for (const [row, line] of this.table.entries()) {
      const factor = objective[this.basis[row] ?? 0] ?? 0;
      if (factor !== 0) subtract(reduced, line, filledOf(line), factor);
    }
    let stalled = 0;
    for (;;) {
      const column = entering(reduced, columns, stalled > 40);
      if (column < 0) return -(reduced[reduced.length - 1] ?? 0);
      const row = this.leaving(column);
      if (row < 0) throw new RangeError('there is no highest value');
      const line = this.table[row];
      stalled = (line?.[line.length - 1] ?? 0) < tiny ? stalled + 1 : 0;
      this.pivot(row, column);
      if (line) subtract(reduced, line, filledOf(line), reduced[column] ?? 0);
      reduced[column] = 0;
    }
  }

  private leaving(column: number): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [row, line] of this.table.entries()) {
      const factor = line[column] ?? 0;
      if (factor <= 1e-7) continue;
      const ratio = (line[line.length - 1] ?? 0) / factor;
      const isEqual = Math.abs(ratio - least) <= tiny;
      if ((!isEqual && ratio < least) || (isEqual && (this.basis[row] ?? 0) < (this.basis[best] ?? 0))) {
        best = row;
        least = Math.min(least, ratio);
      }
    }
    return best;
  }

  private pivot(row: number, column: number): void {
    const line = this.table[row];
    if (!line) return;
    const factor = line[column] ?? 1;
    for (let at = 0; at < line.length; at += 1) line[at] = clean((line[at] ?? 0) / factor);
    const filled = filledOf(line);
    for (const [other, target] of this.table.entries()) {
      if (other === row) continue;
      subtract(target, line, filled, target[column] ?? 0);
      target[column] = 0;
    }
    this.basis[row] = column;
  }
}

/** The column that improves most; the first that improves at all where steps have long led nowhere (Bland 1977). */
function entering(reduced: Float64Array, columns: number, isFirst: boolean): number {
  let best = -1;
  let most = 1e-7;
  for (let column = 0; column < columns; column += 1) {
    const gain = reduced[column] ?? 0;
    if (gain <= most) continue;
    best = column;
    most = gain;
    if (isFirst) break;
  }
  return best;
}

/** Where a line is not 0: most are mostly 0. */
function filledOf(line: Float64Array): readonly number[] {
  const filled: number[] = [];
  for (let at = 0; at < line.length; at += 1) if (line[at] !== 0) filled.push(at);
  return filled;
}

function subtract(from: Float64Array, line: Float64Array, filled: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (const at of filled) from[at] = clean((from[at] ?? 0) - factor * (line[at] ?? 0));
}

const clean = (value: number): number => (Math.abs(value) < 1e-11 ? 0 : value);
