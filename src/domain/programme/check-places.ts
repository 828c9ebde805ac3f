/** Organisations, site groups and sites: every site stands in a declared group of a declared organisation. */

import { checkReference } from './check-reference';
import { findDuplicates } from './find-duplicates';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

export function checkPlaces({ organisations, siteGroups, sites }: ProgrammeDraft): ProgrammeProblem[] {
  const problems = [
    ...findDuplicates(organisations ?? [], 'odsCode', ['organisations'], 'organisation'),
    ...findDuplicates(siteGroups ?? [], 'id', ['siteGroups'], 'site group'),
    ...findDuplicates(siteGroups ?? [], 'name', ['siteGroups'], 'site group'),
    ...findDuplicates(sites ?? [], 'odsCode', ['sites'], 'site'),
  ];
  const codes = organisations?.map((organisation) => organisation.odsCode);
  const groups = siteGroups?.map((group) => group.id);
  sites?.forEach((site, index) => {
    const at = (field: string) => ['sites', index, field];
    if (codes)
      problems.push(...checkReference(site.organisation, codes, at('organisation'), 'organisations'));
    if (groups) problems.push(...checkReference(site.siteGroup, groups, at('siteGroup'), 'siteGroups'));
  });
  return problems;
}
