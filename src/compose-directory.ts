/** Opens the organisation's directory with the bot's identity. Loads nothing of Teams. */

import type { Clock } from './app/ports/clock';
import type { Config } from './config';
import { type Graph, openGraph } from './graph/open-graph';

/** Undefined without an identity. Nothing is asked of the directory before it is used. */
export function openDirectory({ graph, bot }: Config, clock: Clock): Graph | undefined {
  if (!graph || !bot) return undefined;
  return openGraph({
    ...graph,
    clock,
    tenantId: bot.tenantId,
    clientId: bot.id,
    ...(bot.type === 'SingleTenant' ? { password: bot.password } : {}),
  });
}
