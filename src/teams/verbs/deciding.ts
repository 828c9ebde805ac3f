/** What deciding and passing on have in common: who may, and what is given back with a refusal. */

import type { Role } from '../../domain/programme/programme';

/** Who can ever be asked to decide; whether this person was asked is the rule's to say. */
export const decidingRoles: readonly Role[] = ['sro', 'deputySro', 'sponsor', 'lead'];

export interface Given {
  readonly rationale?: string;
  readonly optionId?: string;
}

export function given({ rationale, optionId }: Given): Given {
  return { ...(rationale ? { rationale } : {}), ...(optionId ? { optionId } : {}) };
}
