/** Cuts the question bank into pages that can be read on a phone. */

import type { StageName } from '../programme/stage-name';
import type { BankItem } from './bank-item';
import { searchBank } from './question-bank';
import { type Theme, themes } from './themes';

export interface ThemeItems {
  readonly theme: Theme;
  readonly items: readonly BankItem[];
}

/** More than any theme has, so that none is cut in two. */
export const mostItemsOnPage = 9;

/** Whole themes in their order, as many on a page as make at most `mostItemsOnPage` items; at least one page. */
export function bankPages(stage: StageName | undefined): readonly (readonly ThemeItems[])[] {
  const pages: ThemeItems[][] = [[]];
  for (const theme of themes) {
    const items = searchBank({ stage, theme });
    if (items.length === 0) continue;
    const page = pages.at(-1) ?? [];
    if (countOf(page) + items.length > mostItemsOnPage && page.length > 0) pages.push([{ theme, items }]);
    else page.push({ theme, items });
  }
  return pages;
}

function countOf(page: readonly ThemeItems[]): number {
  return page.reduce((sum, { items }) => sum + items.length, 0);
}
