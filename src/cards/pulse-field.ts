/** What an input of setting a pulse up holds, and short forms to write it down. */

import { type Theme, themes } from '../domain/bank/themes';
import type { Day } from '../domain/instant';
import type { Programme } from '../domain/programme/programme';
import type { StageName } from '../domain/programme/stage-name';
import type { PulseStep } from '../domain/pulse/change-draft';
import type { ChatPulse, CountedAudience } from '../domain/pulse/chat-pulse';
import type { ProgrammeSubject } from './subject';

/** `short` and `long`: a text; `one`, `radio` and `many`: to be chosen, `radio` with every choice in sight. */
export interface PulseField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly as: 'short' | 'long' | 'one' | 'radio' | 'many' | 'day';
  readonly choices?: readonly Choice[];
  readonly maxLength?: number;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export type PulseSetupProgramme = ProgrammeSubject &
  Pick<Programme, 'pulses' | 'stages' | 'siteGroups' | 'staffFamilies'>;

/** Which questions are offered: a theme of the bank, what is usual, or what the programme's other pulses ask. */
export const otherThemes = ['suggested', 'own-pulses'] as const;
export type OfferedTheme = Theme | (typeof otherThemes)[number];
export const offeredThemes: readonly OfferedTheme[] = [...otherThemes, ...themes];

export interface PulseSetupState {
  readonly programme: PulseSetupProgramme;
  readonly pulse: ChatPulse;
  readonly step: PulseStep;
  readonly stage: StageName;
  readonly theme: OfferedTheme;
  /** Absent on the steps that need no headcounts, and where counting takes too long. */
  readonly counted?: CountedAudience;
  /** By the id of its input: what was typed and is not saved. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** What a choice that means no choice carries. */
export const all = 'all';

/** What is stored is offered as well. */
export function withNumber(offered: readonly number[], stored: number): readonly number[] {
  return offered.includes(stored) ? offered : [...offered, stored];
}

export const choicesOf = (titles: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));
export const one = (id: string, label: string, value: string, choices: readonly Choice[]): PulseField => ({
  ...{ id, label, value, choices, as: 'one' as const },
});
export const many = (
  id: string,
  label: string,
  values: readonly string[] = [],
  choices: readonly Choice[] = [],
): PulseField => ({ ...{ id, label, choices, as: 'many' as const }, value: values.join(',') });
export const dayField = (id: string, label: string, value: Day | ''): PulseField => ({
  ...{ id, label, value, as: 'day' as const },
});
