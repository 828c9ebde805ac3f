/** What a command says when it is done: one document for machines, a few lines for people. */

/** 0 done, 1 refused by a rule, 2 bad usage or input, 3 infrastructure. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Report {
  readonly exitCode: ExitCode;
  /** Always has an `outcome`. */
  readonly json: { readonly outcome: string } & Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

export function done(json: Report['json'], ...words: string[]): Report {
  return { exitCode: 0, json, words };
}

/** A rule said no; repeating the command changes nothing. */
export function refused(json: Report['json'], ...words: string[]): Report {
  return { exitCode: 1, json, words };
}

/** What was typed or the file that was given is wrong. */
export function badInput(json: Report['json'], ...words: string[]): Report {
  return { exitCode: 2, json, words };
}
