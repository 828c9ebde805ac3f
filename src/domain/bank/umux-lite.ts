/** UMUX-Lite of one group in one wave: made of two released means, and of nothing else. */

import type { Release, ReleaseTable, WithheldLabel } from '../disclosure/release';
import type { GroupId } from '../ids';
import { umuxLiteIds } from './items/outcome-items';
import { findBankItem } from './question-bank';

interface ItemMean {
  readonly n: number;
  /** 0 to 100. */
  readonly mean: number;
}

/** `because`: of the item that says least. `meanNotShown`: its share may be shown, its mean may not. */
export type UmuxLite =
  | { readonly outcome: 'notAsked' }
  | { readonly outcome: 'withheld'; readonly because: WithheldLabel | 'band' | 'meanNotShown' }
  | {
      readonly outcome: 'scored';
      readonly score: number;
      readonly useful: ItemMean;
      readonly easy: ItemMean;
    };

const leastFirst = ['tooSmallToShow', 'notHeardYet', 'band', 'meanNotShown'] as const;

/** 0 to 100. With the items a and b from 1 to 7, (a + b − 2) × 100 / 12 for one person (Lewis, Utesch and Maher 2013,
 * without their regression); for a group the mean of these, which is half the sum of both items' means as 0 to 100.
 *
 * Exact where the same people answered both items; who answered one alone counts in that one's mean, so both n stand
 * beside the score. It says nothing that the two means do not say, and is there only where both are released. */
export function umuxLite(release: Release, groupId: GroupId): UmuxLite {
  const useful = meanOf(release, umuxLiteIds.useful, groupId);
  const easy = meanOf(release, umuxLiteIds.easy, groupId);
  if (useful === undefined || easy === undefined) return { outcome: 'notAsked' };
  if (typeof useful === 'object' && typeof easy === 'object') {
    return { outcome: 'scored', score: (useful.mean + easy.mean) / 2, useful, easy };
  }
  const because = leastFirst.find((reason) => reason === useful || reason === easy) ?? 'meanNotShown';
  return { outcome: 'withheld', because };
}

type Reason = (typeof leastFirst)[number];

function meanOf(release: Release, id: string, groupId: GroupId): ItemMean | Reason | undefined {
  const row = release.tables
    .find((table) => isBankQuestion(table, id))
    ?.rows.find((candidate) => candidate.groupId === groupId);
  if (!row) return undefined;
  const { figures } = row;
  if (figures.label !== 'shown') return figures.label;
  return figures.mean === undefined ? 'meanNotShown' : { n: figures.n, mean: figures.mean };
}

/** A question of a programme's own may have the same id: the score holds for the bank's words alone. */
function isBankQuestion({ questionId, questionText, questionKind }: ReleaseTable, id: string): boolean {
  const question = findBankItem(id)?.question;
  return questionId === id && questionText === question?.text && questionKind === question.kind;
}
