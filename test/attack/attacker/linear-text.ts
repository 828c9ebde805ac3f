/** A linear programme as the text that HiGHS reads (CPLEX LP format). */

import type { LinearRow } from './polytope';

/** @param whole names of the variables that are whole numbers; the others may be fractions. All are at least 0. */
export function programmeText(
  direction: 'Minimize' | 'Maximize',
  objective: LinearRow['terms'],
  rows: readonly LinearRow[],
  whole: readonly string[] = [],
): string {
  return [
    direction,
    ` o: ${termsText(objective)}`,
    'Subject To',
    ...rows.flatMap(rowText),
    ...(whole.length > 0 ? ['General', ` ${whole.join(' ')}`] : []),
    'End',
    '',
  ].join('\n');
}

function rowText({ terms, low, high }: LinearRow): readonly string[] {
  const sum = termsText(terms);
  if (low === high) return [` ${sum} = ${low}`];
  return [
    ...(Number.isFinite(high) ? [` ${sum} <= ${high}`] : []),
    ...(Number.isFinite(low) ? [` ${sum} >= ${low}`] : []),
  ];
}

function termsText(terms: LinearRow['terms']): string {
  return terms
    .map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${variable}`)
    .join(' ');
}
