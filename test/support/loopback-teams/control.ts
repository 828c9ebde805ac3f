/** Remote control, for a benchmark or a crash test that runs the loopback as a process of its own. */

import { z } from 'zod';
import type { ClientActivity } from './activity';
import type { Control, LoopbackTeams } from './loopback-teams';

const faultRule = z.object({
  routes: z
    .array(z.enum(['create', 'post', 'reply', 'update', 'delete', 'members', 'pagedMembers', 'member']))
    .optional(),
  aadObjectId: z.string().optional(),
  skip: z.number().optional(),
  times: z.number().optional(),
  probability: z.number().min(0).max(1).optional(),
  effect: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('status'),
      status: z.number(),
      code: z.string().optional(),
      retryAfterSeconds: z.number().optional(),
      accepted: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('hang'), accepted: z.boolean().optional() }),
    z.object({ kind: z.literal('reset'), accepted: z.boolean().optional() }),
    z.object({ kind: z.literal('latency'), ms: z.number(), upToMs: z.number().optional() }),
  ]),
});

const press = z.object({
  aadObjectId: z.string(),
  choice: z.object({
    title: z.string().optional(),
    verb: z.string().optional(),
    id: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  inputs: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .optional(),
});

const person = z.object({ aadObjectId: z.string() });

type Command = (teams: LoopbackTeams, body: unknown) => Promise<unknown>;

const commands: Readonly<Record<string, Command>> = {
  statistics: async (teams) => teams.statistics(),
  delivered: async (teams) => Object.fromEntries(teams.deliveredPerPerson()),
  arrived: async (teams, body) => teams.arrivedSince(z.object({ atMs: z.number() }).parse(body).atMs),
  know: async (teams, body) =>
    teams.know(z.object({ aadObjectIds: z.array(z.string()) }).parse(body).aadObjectIds),
  reset: async (teams) => teams.reset(),
  faults: async (teams, body) => {
    teams.inject(faultRule.parse(body));
  },
  'faults/list': async (teams) => teams.faults(),
  'faults/clear': async (teams) => teams.clearFaults(),
  bot: async (teams, body) => teams.connectBot(z.object({ endpoint: z.string() }).parse(body).endpoint),
  authorization: async (teams) => ({
    authorization: await teams.issuer.channelAuthorization(teams.serviceUrl),
  }),
  deliver: async (teams, body) => teams.deliver(body as ClientActivity),
  say: async (teams, body) => {
    const { aadObjectId, text } = person.extend({ text: z.string() }).parse(body);
    return teams.user(aadObjectId).say(text);
  },
  press: async (teams, body) => {
    const { aadObjectId, choice, inputs } = press.parse(body);
    const user = teams.user(aadObjectId);
    return user.press(user.latest(), choice, inputs);
  },
  prepare: async (teams, body) => {
    const { aadObjectId, choice, inputs } = press.parse(body);
    const user = teams.user(aadObjectId);
    return user.prepare(user.latest(), choice, inputs);
  },
  install: async (teams, body) => teams.user(person.parse(body).aadObjectId).install(),
  uninstall: async (teams, body) => teams.user(person.parse(body).aadObjectId).uninstall(),
  block: async (teams, body) => teams.user(person.parse(body).aadObjectId).block(),
  messages: async (teams, body) => teams.user(person.parse(body).aadObjectId).messages(),
};

/** Carries out one command; 400 with the reason when that cannot be done. */
export const answerControl: Control = async (teams, name, body) => {
  const command = commands[name];
  if (command === undefined) return { status: 404, body: { error: 'no such command' } };
  try {
    return { status: 200, body: (await command(teams, body === '' ? {} : JSON.parse(body))) ?? {} };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
};
