/** What a command says when something was thrown: words and an exit code, never a stack. */

import { CommanderError } from 'commander';
import { ConflictError, ThrottledError, UnavailableError } from '../app/ports/errors';
import { ConfigError } from '../config';
import { InputError } from './input-error';
import type { Report } from './report';

const longest = 300;

export function reportError(error: unknown): Report {
  if (error instanceof CommanderError) {
    const message = firstLine(error).replace(/^error: /, '');
    return { exitCode: 2, json: { outcome: 'badUsage', message }, words: [] };
  }
  if (error instanceof ConfigError) {
    const { problems } = error;
    const words = ['The configuration is refused:', ...problems.map((problem) => `  ${problem}`)];
    return { exitCode: 2, json: { outcome: 'configurationRefused', problems }, words };
  }
  if (error instanceof InputError) {
    return { exitCode: 2, json: { outcome: 'badInput', message: error.message }, words: [error.message] };
  }
  const message = firstLine(error);
  return { exitCode: 3, json: { outcome: outcomeOf(error), message }, words: [wordsFor(error, message)] };
}

function outcomeOf(error: unknown): string {
  if (error instanceof ThrottledError) return 'throttled';
  if (error instanceof UnavailableError) return 'unavailable';
  return error instanceof ConflictError ? 'conflict' : 'unexpected';
}

function wordsFor(error: unknown, message: string): string {
  if (error instanceof ThrottledError)
    return `The store asks to slow down: ${message}. Try again in a minute.`;
  if (error instanceof UnavailableError && error.of === 'directory') {
    return `Microsoft Graph does not answer: ${message}. Nothing is lost: repeat the command, and it goes on.`;
  }
  if (error instanceof UnavailableError) {
    return `The store does not answer: ${message}. The command can be repeated safely; "soundings doctor" tells more.`;
  }
  if (error instanceof ConflictError) return 'Somebody else changed the same thing. Repeat the command.';
  return `Something unexpected went wrong: ${message}`;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : 'no reason was given';
  return (text.split('\n')[0] ?? '').slice(0, longest);
}
