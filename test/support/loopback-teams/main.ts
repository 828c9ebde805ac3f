/**
 * A loopback Teams as a process of its own: the only argument is its options as JSON; it prints its address as one
 * JSON line and ends on SIGTERM, SIGINT, or when the process that started it with a channel goes away.
 */

import { z } from 'zod';
import { answerControl } from './control';
import { LoopbackTeams } from './loopback-teams';

const options = z.strictObject({
  tenantId: z.string().optional(),
  botEndpoint: z.string().optional(),
  auth: z.boolean().optional(),
  port: z.number().optional(),
  appRequestsPerSecond: z.number().min(0).optional(),
  conversationLimits: z.boolean().optional(),
  retryAfter: z.boolean().optional(),
  throttleGraceMs: z.number().optional(),
  seed: z.number().optional(),
  keepMessages: z.boolean().optional(),
  keepTimeline: z.boolean().optional(),
  patience: z.object({ deadlineMs: z.number().optional(), retries: z.number().optional() }).optional(),
});

async function main(): Promise<void> {
  const teams = await LoopbackTeams.start(options.parse(JSON.parse(process.argv[2] ?? '{}')), answerControl);
  const end = (): void => {
    void teams.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
  const { origin, serviceUrl, tenantId, bot } = teams;
  console.log(JSON.stringify({ origin, serviceUrl, tenantId, appId: bot.appId, password: bot.password }));
}

void main();
