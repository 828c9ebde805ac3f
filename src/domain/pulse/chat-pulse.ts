/** A pulse that was set up in chat, as a draft or confirmed, and the groups that its audience may name. */

import { asId, type PulseId } from '../ids';
import type { Named } from '../programme/programme';
import type { Pulse } from './pulse';
import type { PulseDefinition } from './question';

export type ChatPulse = Pulse & { readonly definition: PulseDefinition };

export function isChatPulse<P extends Pulse>(pulse: P): pulse is P & ChatPulse {
  return pulse.definition !== undefined;
}

/** As ids of pulses that are set up in chat are made; one of the programme's file may look alike. */
export function looksLikeChatPulse(pulseId: string): boolean {
  return /^pulse-[0-9a-z]{8}$/.test(pulseId);
}

/** @param random at least eight letters or digits. */
export function chatPulseIdOf(random: string): PulseId {
  return asId(`pulse-${random.replace(/[^0-9a-z]/g, '').slice(0, 8)}`);
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
