/** Shows how a group's answers to the first question are spread, where its release tells. */

import type { Release } from '../disclosure/release';
import type { GroupId } from '../ids';
import type { DistributionChart } from './chart';

/** Undefined where the release shows no distribution of the group. */
export function spreadAnswers(release: Release, groupId: GroupId): DistributionChart | undefined {
  const [table] = release.tables;
  const row = table?.rows.find((one) => one.groupId === groupId);
  if (!table || row?.figures.label !== 'shown' || !row.figures.distribution) return undefined;
  const { n, distribution } = row.figures;
  return {
    kind: 'distribution',
    questionKind: table.questionKind,
    groupName: row.name,
    n,
    headcount: row.headcount,
    classes: distribution,
  };
}
