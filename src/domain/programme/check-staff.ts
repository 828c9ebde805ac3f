/** Staff families and staff groups: every group stands in a declared family. */

import { checkReference } from './check-reference';
import { findDuplicates } from './find-duplicates';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

export function checkStaff({ staffFamilies, staffGroups }: ProgrammeDraft): ProgrammeProblem[] {
  const problems = [
    ...findDuplicates(staffFamilies ?? [], 'id', ['staffFamilies'], 'staff family'),
    ...findDuplicates(staffFamilies ?? [], 'name', ['staffFamilies'], 'staff family'),
    ...findDuplicates(staffGroups ?? [], 'id', ['staffGroups'], 'staff group'),
    ...findDuplicates(staffGroups ?? [], 'name', ['staffGroups'], 'staff group'),
  ];
  const families = staffFamilies?.map((family) => family.id);
  staffGroups?.forEach((group, index) => {
    if (!families) return;
    const path = ['staffGroups', index, 'staffFamily'];
    problems.push(...checkReference(group.staffFamily, families, path, 'staffFamilies'));
  });
  return problems;
}
