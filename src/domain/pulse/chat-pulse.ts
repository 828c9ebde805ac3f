/** A pulse that was set up in chat, as a draft or confirmed, and the groups that its audience may name. */

import type { Named } from '../programme/programme';
import type { Pulse } from './pulse';
import type { PulseDefinition } from './question';

export type ChatPulse = Pulse & { readonly definition: PulseDefinition };

export function isChatPulse<P extends Pulse>(pulse: P): pulse is P & ChatPulse {
  return pulse.definition !== undefined;
}

export interface CountedGroup extends Named {
  readonly people: number;
}

export interface CountedAudience {
  /** In declared order, also those of nobody. */
  readonly siteGroups: readonly CountedGroup[];
  readonly staffFamilies: readonly CountedGroup[];
  /** As the people file names them, in order of their names. */
  readonly cohorts: readonly CountedGroup[];
  /** Everybody of the programme whose site and staff group it declares. */
  readonly people: number;
  /** Of these, whom the audience asks. */
  readonly asked: number;
}
