/** Which stage a programme is in on a day. */

import type { Day } from '../instant';
import type { Programme } from './programme';
import type { StageName } from './stage-name';

/** The stage that began last, on or before the day; `unstaged` before the first. */
export function stageOn({ stages }: Pick<Programme, 'stages'>, day: Day): StageName | 'unstaged' {
  const begun = stages.filter(({ startsOn }) => startsOn <= day);
  begun.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return begun.at(-1)?.name ?? 'unstaged';
}
