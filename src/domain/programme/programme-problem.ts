/** What is wrong in a programme, where, and what to do about it. */

import type { Programme } from './programme';

export interface ProgrammeProblem {
  /** Keys and indexes from the top of the programme to the value that is wrong. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}

/** A programme of which some sections may not be there yet: what is there is checked. */
export type ProgrammeDraft = Partial<Programme>;
