/** Audiences: whole groups that the programme declares, and a reason for whoever is left out. */

import type { Audience, WholeGroups } from '../pulse/question';
import { checkReference } from './check-reference';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

type Path = readonly (string | number)[];

export function checkAudience(
  audience: Audience,
  programme: Pick<ProgrammeDraft, 'siteGroups' | 'staffFamilies'>,
  path: Path,
): ProgrammeProblem[] {
  if (audience.kind === 'list') return [];
  const { only, leaveOut = [] } = audience;
  return [
    ...(audience.kind === 'random' ? checkShare(audience.share, [...path, 'share']) : []),
    ...(only ? checkGroups(only, programme, [...path, 'only']) : []),
    ...(only && !namesGroup(only)
      ? [
          {
            path: [...path, 'only'],
            message: 'it names no group',
            remedy: 'Name siteGroups or staffFamilies, or remove "only" to ask the whole programme.',
          },
        ]
      : []),
    ...leaveOut.flatMap((entry, index) => {
      const at = [...path, 'leaveOut', index];
      const problems = checkGroups(entry, programme, at);
      if (namesGroup(entry) || entry.cohorts) return problems;
      const message = 'it names no group, so that it would leave everybody out';
      return [...problems, { path: at, message, remedy: 'Name siteGroups, staffFamilies or cohorts.' }];
    }),
  ];
}

function checkShare(share: number, path: Path): ProgrammeProblem[] {
  if (share > 0 && share <= 1) return [];
  return [
    {
      path,
      message: `a share of the staff is above 0 and at most 1, not ${share}`,
      remedy: 'Write a quarter as 0.25.',
    },
  ];
}

function checkGroups(
  groups: WholeGroups,
  programme: Pick<ProgrammeDraft, 'siteGroups' | 'staffFamilies'>,
  path: Path,
): ProgrammeProblem[] {
  return (['siteGroups', 'staffFamilies'] as const).flatMap((kind) => {
    const declared = programme[kind]?.map(({ id }) => id);
    if (!declared) return [];
    return (groups[kind] ?? []).flatMap((id, index) =>
      checkReference(id, declared, [...path, kind, index], kind),
    );
  });
}

function namesGroup({ siteGroups, staffFamilies }: WholeGroups): boolean {
  return siteGroups !== undefined || staffFamilies !== undefined;
}
