/** Remote control, for a benchmark or a crash test that runs the loopback as a process of its own. */

import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ClientActivity } from './activity';
import { sendJson } from './http-listener';
import type { LoopbackTeams } from './loopback-teams';

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
  'POST statistics': async (teams) => teams.statistics(),
  'POST delivered': async (teams) => Object.fromEntries(teams.deliveredPerPerson()),
  'POST reset': async (teams) => teams.reset(),
  'POST faults': async (teams, body) => {
    teams.inject(faultRule.parse(body));
  },
  'POST faults/list': async (teams) => teams.faults(),
  'POST faults/clear': async (teams) => teams.clearFaults(),
  'POST bot': async (teams, body) =>
    teams.connectBot(z.object({ endpoint: z.string() }).parse(body).endpoint),
  'POST authorization': async (teams) => ({
    authorization: await teams.issuer.channelAuthorization(teams.serviceUrl),
  }),
  'POST deliver': async (teams, body) => teams.deliver(body as ClientActivity),
  'POST say': async (teams, body) => {
    const { aadObjectId, text } = person.extend({ text: z.string() }).parse(body);
    return teams.user(aadObjectId).say(text);
  },
  'POST press': async (teams, body) => {
    const { aadObjectId, choice, inputs } = press.parse(body);
    const user = teams.user(aadObjectId);
    return user.press(user.latest(), choice, inputs);
  },
  'POST prepare': async (teams, body) => {
    const { aadObjectId, choice, inputs } = press.parse(body);
    const user = teams.user(aadObjectId);
    return user.prepare(user.latest(), choice, inputs);
  },
  'POST install': async (teams, body) => teams.user(person.parse(body).aadObjectId).install(),
  'POST uninstall': async (teams, body) => teams.user(person.parse(body).aadObjectId).uninstall(),
  'POST block': async (teams, body) => teams.user(person.parse(body).aadObjectId).block(),
  'POST messages': async (teams, body) => teams.user(person.parse(body).aadObjectId).messages(),
};

/** Answers `POST /_control/<command>`; 400 with the reason when the command cannot be carried out. */
export async function answerControl(
  teams: LoopbackTeams,
  method: string,
  path: string,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const command = commands[`${method} ${path.slice('/_control/'.length)}`];
  if (command === undefined) return sendJson(response, 404, { error: 'no such command' });
  try {
    const result = await command(teams, body === '' ? {} : JSON.parse(body));
    sendJson(response, 200, result ?? {});
  } catch (error) {
    sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}
