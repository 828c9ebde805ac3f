/** Who reads results of a programme, and what was released beside them. */

import type { Role } from './programme';

export const readingRoles: readonly Role[] = ['lead', 'pmo', 'sro', 'deputySro', 'sponsor', 'viewer'];
