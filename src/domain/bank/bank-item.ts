/** One question of the bank: what it asks, when, what about, and how its answers become a figure. */

import type { StageName } from '../programme/stage-name';
import type { Question } from '../pulse/question';
import type { Theme } from './themes';

/**
 * - `shareFavourable`: the share at the two upper points, among those who gave a view.
 * - `shareAboveMiddle`: the share above the middle of the scale, and its mean as 0 to 100.
 * - `sharesOfChoices`: the share of each choice, of the whole audience.
 * - `changeFromBaseline`: the same, beside the first wave that asked it.
 * - `umuxLite`: with its twin, one score from 0 to 100 (see `umuxLite`).
 * - `words`: read by a person, never counted.
 */
export type Scoring =
  | 'shareFavourable'
  | 'shareAboveMiddle'
  | 'sharesOfChoices'
  | 'changeFromBaseline'
  | 'umuxLite'
  | 'words';

export interface BankItem {
  readonly theme: Theme;
  /** In order; at least one. */
  readonly stages: readonly StageName[];
  /** As a pulse asks it; its id is the item's. The wording of an id never changes: a new wording is a new item. */
  readonly question: Question;
  readonly scoring: Scoring;
}
