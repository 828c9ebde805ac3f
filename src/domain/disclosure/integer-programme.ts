/** An integer programme as plain data, so that rules can state one without knowing who solves it. */

/** `coefficients`: index of the variable and its factor, each variable at most once. */
export interface LinearConstraint {
  readonly coefficients: readonly (readonly [variable: number, factor: number])[];
  readonly atLeast: number;
}

/** Minimises `costs · x` over x ∈ {0, 1} under every constraint. */
export interface IntegerProgramme {
  /** One cost for each variable, 0 or more. */
  readonly costs: readonly number[];
  readonly constraints: readonly LinearConstraint[];
}

/** `chosen`: the indices of the variables that are 1. */
export type IntegerSolution =
  | { readonly outcome: 'solved'; readonly chosen: ReadonlySet<number> }
  | { readonly outcome: 'infeasible' }
  | { readonly outcome: 'outOfTime' };

/** Deterministic for the same programme, unless it runs out of time.
 * A solution keeps every constraint and costs at most 5 % more than the optimum, unless time ran out before that was known. */
export type SolveProgramme = (programme: IntegerProgramme) => Promise<IntegerSolution>;
