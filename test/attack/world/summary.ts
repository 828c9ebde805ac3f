/** The figures of an attack, and the bars that they must reach. */

import type { DrawnOutcome } from './attack-drawn';
import type { TableOutcome } from './table-outcome';

export interface AttackSummary {
  readonly programmes: number;
  /** Of these, design reviews with all their rounds. */
  readonly reviews: number;
  readonly atomsSuppressed: number;
  readonly atomsPublished: number;
  readonly leaks: number;
  /** Over all programmes of the demo's shape. */
  readonly publishedAnswerShare: number;
  /** The least of any table of the demo's shape. */
  readonly demoAtomsPublished: number;
  /** Of the demo's shape. */
  readonly siteGroupsUnheard: number;
  /** The mean over the tables that needed more than primary suppression; 1 where none did. */
  readonly optimumRatio: number;
  /** Programmes of which the same attacker learns something when only small groups are blanked. */
  readonly leaksWithoutSuppression: number;
}

export function summaryOf(outcomes: readonly DrawnOutcome[]): AttackSummary {
  const tables = outcomes.flatMap((outcome) => outcome.tables);
  const demo = outcomes.filter(({ kind }) => kind === 'demo').flatMap((outcome) => outcome.tables);
  const ratios = tables.flatMap(({ ratio }) => ratio ?? []);
  const add = (of: (table: TableOutcome) => number, over = tables) =>
    over.reduce((sum, table) => sum + of(table), 0);
  const share = add(({ answersPublished }) => answersPublished, demo) / add(({ answers }) => answers, demo);
  return {
    programmes: outcomes.length,
    reviews: outcomes.filter(({ kind }) => kind === 'review').length,
    atomsSuppressed: add(({ atomsSuppressed }) => atomsSuppressed),
    atomsPublished: add(({ atomsPublished }) => atomsPublished),
    leaks: outcomes.reduce((sum, { leaks }) => sum + leaks.length, 0),
    publishedAnswerShare: rounded(share),
    demoAtomsPublished: Math.min(...demo.map(({ atomsPublished }) => atomsPublished)),
    siteGroupsUnheard: add(({ siteGroupsUnheard }) => siteGroupsUnheard, demo),
    optimumRatio: rounded(
      ratios.length === 0 ? 1 : ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length,
    ),
    leaksWithoutSuppression: outcomes.filter((outcome) => outcome.leaksWithoutSuppression).length,
  };
}

export function isMet(summary: AttackSummary): boolean {
  return (
    summary.programmes >= 2000 &&
    summary.reviews >= 400 &&
    summary.leaks === 0 &&
    summary.leaksWithoutSuppression > 0 &&
    summary.publishedAnswerShare >= 0.85 &&
    summary.demoAtomsPublished >= 22 &&
    summary.siteGroupsUnheard === 0 &&
    summary.optimumRatio <= 1.15
  );
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
