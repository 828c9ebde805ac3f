/** Counts people by cell and by one-way group, as the reporting frame and the rule on who can be heard need them. */

import { type OneWayKind, oneWayKinds } from '../../domain/disclosure/release';
import type { Cell } from '../../domain/pulse/wave';

export interface CellHeadcount extends Cell {
  readonly headcount: number;
}

export interface CountedPerson {
  readonly cellKey: string;
  readonly cell: Cell;
  readonly person: Readonly<Partial<Record<OneWayKind, string>>>;
}

export class HeadcountTally {
  #people = 0;
  readonly #cells = new Map<string, { readonly cell: Cell; headcount: number }>();
  readonly #oneWay: Readonly<Record<OneWayKind, Map<string, number>>> = {
    shift: new Map(),
    area: new Map(),
    cohort: new Map(),
    employment: new Map(),
  };

  add({ cellKey, cell, person }: CountedPerson): void {
    this.#people += 1;
    const counted = this.#cells.get(cellKey);
    if (counted) counted.headcount += 1;
    else this.#cells.set(cellKey, { cell, headcount: 1 });
    for (const kind of oneWayKinds) {
      const value = person[kind];
      if (value) this.#oneWay[kind].set(value, (this.#oneWay[kind].get(value) ?? 0) + 1);
    }
  }

  get people(): number {
    return this.#people;
  }

  get cells(): readonly CellHeadcount[] {
    return [...this.#cells.values()].map(({ cell, headcount }) => ({ ...cell, headcount }));
  }

  /** How many people have each value of a kind. */
  of(kind: OneWayKind): ReadonlyMap<string, number> {
    return this.#oneWay[kind];
  }
}
