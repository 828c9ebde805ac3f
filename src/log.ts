/** Log lines as JSON, one a line, in which no person can be found: the log port over pino. */

import pino, { type DestinationStream, type Logger } from 'pino';

import type { Clock } from './app/ports/clock';
import { hourOnly, type Log, type LogFields } from './app/ports/log';

/** Fields that no line may hold, whoever writes it. */
const forbiddenFields = [
  'name',
  'displayName',
  'personName',
  'personId',
  'aadObjectId',
  'teamsUserId',
  'conversationId',
  'email',
  'userPrincipalName',
  'text',
  'comment',
  'rationale',
  'answer',
  'value',
  'data',
  'card',
  'summary',
  'message',
  'stack',
  'token',
  'authorization',
  'password',
];

const mostFrames = 6;

export interface LogOptions {
  readonly clock: Clock;
  readonly level?: 'info' | 'warn' | 'error' | 'silent';
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

export function createLog({ clock, level = 'info', destination }: LogOptions): Log {
  const options = {
    level,
    base: null,
    // Each line brings its own time, because some may tell only the hour.
    timestamp: false,
    messageKey: 'event',
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: forbiddenFields, censor: '[withheld]' },
  };
  return new PinoLog(destination ? pino(options, destination) : pino(options), clock, {});
}

class PinoLog implements Log {
  constructor(
    private readonly logger: Logger,
    private readonly clock: Clock,
    private readonly bound: LogFields,
  ) {}

  info(event: string, fields?: LogFields): void {
    this.logger.info(this.line(fields), event);
  }

  warn(event: string, fields?: LogFields): void {
    this.logger.warn(this.line(fields), event);
  }

  error(event: string, error: unknown, fields?: LogFields): void {
    this.logger.error({ ...this.line(fields), ...reduced(error) }, event);
  }

  with(fields: LogFields): Log {
    return new PinoLog(this.logger, this.clock, { ...this.bound, ...fields });
  }

  private line(fields: LogFields | undefined): LogFields {
    const { timeGrain, ...rest }: LogFields = { ...this.bound, ...fields };
    const now = this.clock.now();
    const time = timeGrain === hourOnly.timeGrain ? `${now.slice(0, 13)}:00:00.000Z` : now;
    return { time, ...rest };
  }
}

/** An error's message may quote what a person typed, and so may the first lines of its stack: neither is kept. */
function reduced(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: `thrown ${typeof error}` };
  return {
    error: word(error.name) ?? 'Error',
    code: codeOf(error),
    cause: error.cause instanceof Error ? word(error.cause.name) : undefined,
    causeCode: codeOf(error.cause),
    at: ownFrames(error),
  };
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | undefined | null)?.code;
  return typeof code === 'string' || typeof code === 'number' ? word(String(code)) : undefined;
}

function word(text: string): string | undefined {
  return /^[\w.-]{1,60}$/.test(text) ? text : undefined;
}

function ownFrames({ stack = '', message }: Error): string | undefined {
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((frame) => !frame.includes('node_modules'))
    .flatMap((frame) => /^\s+at .*?((?:src|dist)\/[\w./-]+:\d+):\d+\)?$/.exec(frame)?.[1] ?? []);
  return frames.length > 0 ? frames.slice(0, mostFrames).join(' < ') : undefined;
}
