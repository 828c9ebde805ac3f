/** Counts requests for documents, spares those that nothing comes of, and keeps the client's own retries away from what
 * is not theirs to repeat. */

import type { PluginConfig, RequestContext } from '@azure/cosmos';
import { failureOf, HiddenFromClient } from './cosmos-failure';

export type CosmosOperation = 'read' | 'query' | 'create' | 'replace' | 'upsert' | 'delete';
/** Called for every request on the wire that concerns documents, the repeated ones too. */
export type RequestObserver = (operation: CosmosOperation) => void;

const operations = new Set<string>(['read', 'query', 'create', 'replace', 'upsert', 'delete']);

export function requestPlugin(onRequest: RequestObserver | undefined): PluginConfig {
  return {
    on: 'request',
    plugin: async (context: RequestContext, _diagnostics, next) => {
      if (!isForDocuments(context)) return next(context);
      if (isQueryPlan(context) && isInOnePartition(context)) throw new PlanNotNeeded();
      if (!isQueryPlan(context) && operations.has(context.operationType ?? '')) {
        onRequest?.(context.operationType as CosmosOperation);
      }
      try {
        return await next(context);
      } catch (error) {
        throw mayClientSee(error, context) ? error : new HiddenFromClient(error);
      }
    },
  };
}

const isForDocuments = (context: RequestContext) => context.resourceType === 'docs';

/** The client asks for a plan beside every query; it costs no request units, but a request. */
const isQueryPlan = (context: RequestContext) =>
  'x-ms-cosmos-is-query-plan-request' in (context.headers ?? {});

/** Only a query over several partitions is ever put together after a plan. */
const isInOnePartition = ({ options }: RequestContext) =>
  options !== undefined && 'partitionKey' in options && options.partitionKey !== undefined;

/** The client keeps it, and would throw it where it needs the plan after all. */
class PlanNotNeeded extends Error {
  override readonly name = 'PlanNotNeeded';
}

/**
 * The client may see what it does not repeat, and what makes it turn to another region. It must not see:
 * - an unclear failure of a write, which it repeats on 503 where an account has several regions for writing;
 * - 404/1002, which it repeats *without the session token*, and at last reports as a document that is not there;
 * - a lost connection of a read, which it repeats only after a whole second.
 */
function mayClientSee(error: unknown, context: RequestContext): boolean {
  const { kind, reason } = failureOf(error);
  const isRead = context.operationType === 'read' || context.operationType === 'query';
  switch (kind) {
    case 'conflict':
    case 'absent':
    case 'throttled':
      return true;
    case 'refused':
      return !reason.startsWith('404');
    case 'notReceived':
      return isRead && reason === 'ENOTFOUND';
    case 'unclear':
      return isRead && (reason === '503' || reason === 'TimeoutError');
    case 'staleSession':
      return false;
  }
}
