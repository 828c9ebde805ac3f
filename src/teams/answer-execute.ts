/** Answers a pressed button: tenant, verb, data, role, handler, in this order; whatever happens, the answer is a card. */

import { z } from 'zod';
import { hourOnly } from '../app/ports/log';
import type { Message } from '../app/ports/messenger';
import { checkRole } from '../app/programme/check-role';
import { keepWayBack } from '../cards/way-back';
import { asId, type ProgrammeId } from '../domain/ids';
import { actorOf } from './actor-of';
import { type EdgeParts, edgeWith, referenceOf } from './edge-parts';
import type { IncomingActivity } from './incoming-activity';
import { objectIn } from './json';
import { tookBucket } from './took';
import { typedWordsIn } from './typed-words';
import type { Actor, EdgeContext, Verb, VerbRequest } from './verb';

const pressed = z.object({
  action: z.object({
    type: z.literal('Action.Execute'),
    verb: z.string().min(1).max(100),
    data: z.unknown().optional(),
  }),
});

type Press = z.infer<typeof pressed>;

/** `failed`: `message` says so to a person who pressed; a card that refreshes by itself is better left as it is. */
export interface ExecuteAnswer {
  readonly outcome:
    | 'answered'
    | 'otherTenant'
    | 'unnamed'
    | 'unreadable'
    | 'outOfDate'
    | 'refused'
    | 'failed';
  readonly message: Message;
}

export async function answerExecute(
  parts: EdgeParts,
  activity: IncomingActivity,
  correlationId: string,
): Promise<ExecuteAnswer> {
  const { clock } = parts.edge.app;
  const startedMs = clock.monotonicMs();
  const press = pressed.safeParse(activity.value).data;
  const verb = press && parts.verbs.get(press.action.verb);
  // What only a role may press is no answer of the staff; anything else might be one.
  const grain = verb && verb.role !== 'respondent' ? {} : hourOnly;
  const edge = edgeWith(parts.edge, { correlationId, verb: verb?.name ?? 'unknown', ...grain });
  const typed = typedWordsIn(press?.action.data);
  let answer: ExecuteAnswer;
  try {
    const decided = await decide(parts, edge, activity, correlationId, press, verb);
    answer = typed ? { ...decided, message: parts.notices.givingBack(decided.message, typed) } : decided;
  } catch (error) {
    edge.app.log.error('verb.failed', error);
    answer = { outcome: 'failed', message: parts.notices.failed(referenceOf(correlationId), typed) };
  }
  const took = tookBucket(clock.monotonicMs() - startedMs);
  edge.app.log.info('verb', { outcome: answer.outcome, took, isRefresh: isAutomatic(activity) });
  return answer;
}

/** Whether Teams itself asks for the current card. */
export function isAutomatic(activity: { readonly value?: unknown }): boolean {
  return objectIn(activity.value)?.trigger === 'automatic';
}

async function decide(
  parts: EdgeParts,
  edge: EdgeContext,
  activity: IncomingActivity,
  correlationId: string,
  press: Press | undefined,
  verb: Verb<unknown> | undefined,
): Promise<ExecuteAnswer> {
  const { notices } = parts;
  const asked = actorOf(activity, parts.tenantId, edge.app.keys);
  if (asked.outcome === 'otherTenant') return { outcome: 'otherTenant', message: notices.wrongTenant() };
  if (asked.outcome === 'unnamed') return { outcome: 'unnamed', message: notices.unreadable() };
  if (!press) return { outcome: 'unreadable', message: notices.unreadable() };
  if (!verb) return { outcome: 'outOfDate', message: notices.outOfDate() };
  const parsed = verb.schema.safeParse(press.action.data ?? {});
  if (!parsed.success) return { outcome: 'unreadable', message: notices.unreadable() };
  const refusal = await refusalFor(parts, edge, verb, asked.actor, parsed.data);
  if (refusal) return { outcome: 'refused', message: refusal };
  const request: VerbRequest<unknown> = {
    actor: asked.actor,
    data: parsed.data,
    isAutomaticRefresh: isAutomatic(activity),
    correlationId,
    ...(activity.replyToId === undefined ? {} : { activityId: activity.replyToId }),
  };
  const reply = await verb.handle(edge, request);
  return { outcome: 'answered', message: keepWayBack(press.action.data, reply) };
}

async function refusalFor(
  { notices }: EdgeParts,
  edge: EdgeContext,
  verb: Verb<unknown>,
  { tenantId, aadObjectId }: Actor,
  data: unknown,
): Promise<Message | undefined> {
  if (verb.role === 'respondent') return undefined;
  const programmeId = asId<ProgrammeId>(programmeIdIn(data, verb.name));
  const roles = verb.role;
  const answer = await checkRole(edge.app, { programmeId, tenantId, aadObjectId, roles });
  if (answer.outcome === 'allowed') return undefined;
  return answer.outcome === 'refused'
    ? notices.refused({ reason: 'role', roles })
    : notices.refused({ reason: 'unknownProgramme' });
}

/** `defineVerb` sees to it that the schema of a role's verb has it. */
function programmeIdIn(data: unknown, verbName: string): string {
  const { programmeId } = data as { readonly programmeId?: unknown };
  if (typeof programmeId !== 'string') throw new TypeError(`the data of ${verbName} names no programme`);
  return programmeId;
}
