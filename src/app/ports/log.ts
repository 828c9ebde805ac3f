/** Logging without people: no name, no text, no answer, no person id, ever. */

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error` is reduced to its class name, its code and our own frames. */
  error(event: string, error: unknown, fields?: LogFields): void;
  with(fields: LogFields): Log;
}
