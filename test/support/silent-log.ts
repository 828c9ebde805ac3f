/** A log that keeps what it was told, for tests that look at it; most only want it to be quiet. */

import type { Log, LogFields } from '../../src/app/ports/log';

export class KeptLog implements Log {
  readonly lines: {
    readonly level: string;
    readonly event: string;
    readonly error?: unknown;
    readonly fields?: LogFields;
  }[] = [];

  info(event: string, fields?: LogFields): void {
    this.lines.push({ level: 'info', event, ...(fields ? { fields } : {}) });
  }

  warn(event: string, fields?: LogFields): void {
    this.lines.push({ level: 'warn', event, ...(fields ? { fields } : {}) });
  }

  error(event: string, error: unknown, fields?: LogFields): void {
    this.lines.push({ level: 'error', event, error, ...(fields ? { fields } : {}) });
  }

  with(): Log {
    return this;
  }
}

const ignore = () => {};
export const silentLog: Log = { info: ignore, warn: ignore, error: ignore, with: () => silentLog };
