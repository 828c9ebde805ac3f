/** The log of a command: only what went wrong, one line each, on standard error. */

import type { Log, LogFields } from '../app/ports/log';
import type { Terminal } from './terminal';

export function commandLog(terminal: Terminal, context: LogFields = {}): Log {
  const say = (level: string, event: string, fields: LogFields = {}) => {
    const text = Object.entries({ ...context, ...fields })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}=${value}`)
      .join('');
    terminal.err(`${level}: ${event}${text}\n`);
  };
  return {
    info: () => {},
    warn: (event, fields) => say('warning', event, fields),
    error: (event, error, fields) =>
      say('error', event, { ...fields, error: error instanceof Error ? error.name : 'unknown' }),
    with: (fields) => commandLog(terminal, { ...context, ...fields }),
  };
}
