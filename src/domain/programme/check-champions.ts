/** Champions: each named once, for sites that the programme has. */

import { checkReference } from './check-reference';
import { findDuplicates } from './find-duplicates';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

export function checkChampions({ champions = [], sites }: ProgrammeDraft): ProgrammeProblem[] {
  const codes = sites?.map(({ odsCode }) => odsCode);
  return [
    ...findDuplicates(champions, 'aadObjectId', ['champions'], 'champion'),
    ...champions.flatMap((champion, index) =>
      (champion.sites ?? []).flatMap((site, at) =>
        codes ? checkReference(site, codes, ['champions', index, 'sites', at], 'sites') : [],
      ),
    ),
  ];
}
