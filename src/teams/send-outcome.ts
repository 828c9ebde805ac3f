/** What a reply of Teams' connector means for the message that was sent. */

import type { SendOutcome } from '../app/ports/messenger';
import { notInstalled } from '../domain/campaign/decide-attempt';
import { epochMsOf, type Instant } from '../domain/instant';
import type { TransportReply } from './connector-transport';
import { jsonOf, objectIn } from './json';
import { NoReplyError } from './no-reply-error';

export type NotAccepted = Exclude<SendOutcome<object>, { readonly outcome: 'accepted' }>;

const acceptedInDoubt = new Set([408, 500, 502, 503, 504]);
/** Not in the person's personal scope, or not (any more) in the chat. A person who blocked the bot is another matter. */
const withoutApp = new Set(['ForbiddenOperationException', 'BotNotInConversationRoster']);

/** Teams knows nobody by this directory id. */
const personNotFound = 'personNotFound';

/** Undefined for a reply of success. `isToConversation`: the request named a conversation that must exist. */
export function refusalIn(
  reply: TransportReply,
  now: Instant,
  isToConversation: boolean,
): NotAccepted | undefined {
  const { status } = reply;
  if (status >= 200 && status < 300) return undefined;
  if (status === 429) return throttled(reply, now, isToConversation);
  if (status === 412) return { outcome: 'retry', reason: 'preconditionFailed' };
  // A token that was refused says nothing about the person.
  if (status === 401) return { outcome: 'retry', reason: 'unauthorised' };
  if (acceptedInDoubt.has(status)) return { outcome: 'ambiguous', reason: String(status) };
  if (status === 403) return { outcome: 'unreachable', reason: forbiddenIn(reply) };
  if (status === 404) {
    return { outcome: 'unreachable', reason: isToConversation ? missingIn(reply) : personNotFound };
  }
  return { outcome: 'refused', status };
}

/** A request that ended without a reply. @throws the error when it is another one. */
export function noReplyOutcome(error: unknown): NotAccepted {
  if (!(error instanceof NoReplyError)) throw error;
  if (error.code === 'addressNotAllowed') return { outcome: 'unreachable', reason: error.code };
  return { outcome: error.isAmbiguous ? 'ambiguous' : 'retry', reason: error.code };
}

function forbiddenIn(reply: TransportReply): string {
  const { code = 'forbidden' } = errorOf(reply);
  return withoutApp.has(code) ? notInstalled : code;
}

/** The conversation, unless Teams says that it was something in it. */
function missingIn(reply: TransportReply): string {
  const { code } = errorOf(reply);
  return code === undefined || /^conversationNotFound$/i.test(code) ? 'conversationNotFound' : code;
}

function throttled(reply: TransportReply, now: Instant, isToConversation: boolean): NotAccepted {
  const retryAfterMs = retryAfterMsOf(reply.headers['retry-after'], now);
  const { code = '', message = '' } = errorOf(reply);
  // Teams does not always say whose limit it was; pausing the app is the reading that cannot make it worse.
  const isConversation = isToConversation && /conversation|thread/i.test(`${code} ${message}`);
  return {
    outcome: 'throttled',
    scope: isConversation ? 'conversation' : 'app',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** Teams' limits are told by the hour at most; a longer wait is a mistake, and more than a timer can hold. */
const longestMs = 86_400_000;

/** RFC 9110, 10.2.3: whole seconds or an HTTP date. Undefined when it is neither. */
function retryAfterMsOf(header: string | string[] | undefined, now: Instant): number | undefined {
  const value = (Array.isArray(header) ? header[0] : header)?.trim();
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - epochMsOf(now);
  return Number.isNaN(ms) ? undefined : Math.min(longestMs, Math.max(0, ms));
}

/** Teams' error code, when it looks like one: what else a body says is not ours to keep. */
function errorOf(reply: TransportReply): { readonly code?: string; readonly message?: string } {
  const error = objectIn(objectIn(jsonOf(reply.text))?.error);
  const code = typeof error?.code === 'string' && /^\w{1,60}$/.test(error.code) ? error.code : undefined;
  const message = typeof error?.message === 'string' ? error.message : undefined;
  return { ...(code ? { code } : {}), ...(message ? { message } : {}) };
}
