/** Logging without people: no name, no text, no answer, no person id, ever. */

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Fields of every line about an answer: the line's time is written to the hour. */
export const hourOnly = { timeGrain: 'hour' } as const satisfies LogFields;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error` is reduced to its class name, its code and our own frames. */
  error(event: string, error: unknown, fields?: LogFields): void;
  with(fields: LogFields): Log;
}
