/** What each role is called. */

import type { Role } from '../../domain/programme/programme';

export const roleNames: Record<Role, string> = {
  lead: 'programme lead',
  pmo: 'programme office',
  sro: 'Senior Responsible Owner',
  deputySro: 'deputy Senior Responsible Owner',
  sponsor: 'executive sponsor',
  clinicalSafetyOfficer: 'clinical safety officer',
  clinicalSafetyDeputy: 'deputy clinical safety officer',
  viewer: 'viewer',
};
