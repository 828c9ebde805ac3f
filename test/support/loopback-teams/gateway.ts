/** The connector's front door: sign-in, limits and faults, in the order in which Teams applies them. */

import type { Chat } from './chat';
import { messageLimitBytes } from './connector';
import { type ConnectorReply, refusal } from './connector-reply';
import { type ConnectorRoute, type RoutedRequest, routeConnectorRequest } from './connector-route';
import type { FaultEffect } from './faults';
import type { LimitedOperation } from './published-limits';
import type { Scene } from './scene';

/** A reply to send after a delay; an effect spoils it on the way. */
export interface GatewayReply {
  readonly reply: ConnectorReply;
  readonly delayMs: number;
  readonly effect?: FaultEffect;
  /** Whether Teams carried the request out, whatever the bot gets to hear. */
  readonly wasAccepted: boolean;
  /** Whom the request was about, where somebody was named. */
  readonly aadObjectId?: string;
}

const operations: Readonly<Partial<Record<ConnectorRoute, LimitedOperation>>> = {
  create: 'create',
  members: 'read',
  pagedMembers: 'read',
  member: 'read',
};

/** Decides about one authorised request. */
export function passGateway(scene: Scene, method: string, path: string, text: string): GatewayReply {
  const routed = routeConnectorRequest(method, path);
  if (routed === undefined) return plain(refusal(404, 'NotFound', 'No such route'));
  scene.traffic.routed(routed.route);
  const body = parse(text);
  const chat = scene.connector.chatOf(routed, body);
  const passed = passRouted(scene, routed, chat, body, text);
  return chat ? { ...passed, aadObjectId: chat.owner.aadObjectId } : passed;
}

function passRouted(
  { connector, limits, faults, traffic, ...scene }: Scene,
  routed: RoutedRequest,
  chat: Chat | undefined,
  body: unknown,
  text: string,
): GatewayReply {
  const bodyBytes = text.length * 2;
  if (chat !== undefined) {
    const nowMs = scene.nowMs();
    const operation = operations[routed.route] ?? 'write';
    const admission = limits.admit(chat.owner.tenantId, operation, chat.id, nowMs);
    if (admission.isTooEarly) traffic.violated('sentWhileThrottled');
    if (admission.refusal !== undefined) {
      traffic.throttled(admission.refusal.scope);
      const seconds = scene.sendsRetryAfter ? admission.refusal.retryAfterMs / 1_000 : undefined;
      return plain(refusal(429, 'TooManyRequests', 'Too many requests', seconds));
    }
    traffic.admitted(nowMs);
  }
  const { delayMs, effect } = faults.strike(routed.route, chat?.owner.aadObjectId);
  const isCarriedOut = effect === undefined || (effect.kind !== 'latency' && effect.accepted === true);
  if (!isCarriedOut) return { reply: faultReply(effect), delayMs, effect, wasAccepted: false };
  if (bodyBytes > messageLimitBytes) {
    traffic.violated('messageTooLarge');
    return {
      reply: refusal(413, 'MessageSizeTooBig', 'Message size too large'),
      delayMs,
      wasAccepted: false,
    };
  }
  const done = connector.execute(routed, chat, body, bodyBytes);
  const wasAccepted = done.status < 300;
  if (effect === undefined) return { reply: done, delayMs, wasAccepted };
  return { reply: faultReply(effect), delayMs, effect, wasAccepted };
}

function faultReply(effect: FaultEffect): ConnectorReply {
  if (effect.kind !== 'status') return { status: 0 };
  return refusal(effect.status, effect.code ?? 'InjectedFault', 'Injected fault', effect.retryAfterSeconds);
}

function plain(reply: ConnectorReply): GatewayReply {
  return { reply, delayMs: 0, wasAccepted: false };
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
