/** What people chose, beside what they chose when it was first asked. */

import type { ChoiceFigures, Release, ReleaseTable, WithheldFigures } from '../disclosure/release';
import type { QuestionId } from '../ids';
import { findBankItem } from './question-bank';

export interface Share {
  /** A choice's id, or `other`. */
  readonly label: string;
  /** 0 to 1; absent where that wave shows the choice among others only. */
  readonly before?: number;
  readonly now?: number;
}

export interface BaselineChange {
  readonly questionId: QuestionId;
  readonly baseline: Release;
  readonly shares: readonly Share[];
}

/** For each question of the bank that is scored beside its baseline and that both releases show, in the pulse's order.
 * `earlier` in any order: the baseline is the oldest that shows the question. Released shares only; which differences
 * are more than chance it does not say, because the audiences may differ. */
export function changesFromBaseline(
  release: Release,
  earlier: readonly Release[],
): readonly BaselineChange[] {
  const older = earlier
    .filter(({ releasedAt }) => releasedAt < release.releasedAt)
    .sort((a, b) => (a.releasedAt < b.releasedAt ? -1 : 1));
  return release.tables.flatMap((table) => {
    const now = shownChoices(table);
    const item = findBankItem(table.questionId);
    if (!now || item?.scoring !== 'changeFromBaseline' || item.question.text !== table.questionText)
      return [];
    for (const baseline of older) {
      const then = baseline.tables.find((candidate) => isSameQuestion(candidate, table));
      const before = then && shownChoices(then);
      if (before) return [{ questionId: table.questionId, baseline, shares: sharesOf(before, now) }];
    }
    return [];
  });
}

function isSameQuestion(a: ReleaseTable, b: ReleaseTable): boolean {
  return a.questionId === b.questionId && a.questionText === b.questionText;
}

function shownChoices({ choices }: ReleaseTable): ChoiceFigures | undefined {
  const shown: ChoiceFigures | WithheldFigures | undefined = choices;
  return shown?.label === 'shown' ? shown : undefined;
}

function sharesOf(before: ChoiceFigures, now: ChoiceFigures): readonly Share[] {
  const labels = new Set([...before.distribution, ...now.distribution].map(({ label }) => label));
  const shareIn = ({ n, distribution }: ChoiceFigures, wanted: string) => {
    const found = distribution.find(({ label }) => label === wanted);
    if (found) return found.count / n;
    return distribution.some(({ label }) => label === 'other') ? undefined : 0;
  };
  return [...labels].map((label) => {
    const then = shareIn(before, label);
    const later = shareIn(now, label);
    return {
      label,
      ...(then === undefined ? {} : { before: then }),
      ...(later === undefined ? {} : { now: later }),
    };
  });
}
