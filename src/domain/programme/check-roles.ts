/** Without a lead nobody triages; without a Senior Responsible Owner nobody decides. */

import { findDuplicates } from './find-duplicates';
import { type Role, roles } from './programme';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

const required: readonly { readonly role: Role; readonly why: string }[] = [
  { role: 'lead', why: 'a programme needs a lead, who gets results and prepares escalations' },
  { role: 'sro', why: 'a programme needs an SRO, who decides escalations' },
];

export function checkRoles({ roles: held }: ProgrammeDraft): ProgrammeProblem[] {
  if (!held) return [];
  const missing = required.filter(({ role }) => (held[role] ?? []).length === 0);
  return [
    ...missing.map(({ role, why }) => ({
      path: ['roles', role],
      message: why,
      remedy: `Add "${role}:" under roles with at least one aadObjectId and displayName.`,
    })),
    ...roles.flatMap((role) =>
      findDuplicates(held[role] ?? [], 'aadObjectId', ['roles', role], `holder of ${role}`),
    ),
  ];
}
