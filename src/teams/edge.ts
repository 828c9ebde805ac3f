/** The Teams edge as the server sees it: a posted activity in, a status and a body out, always in time. */

import type { TeamsAdapter } from './adapter';
import type { EdgeParts } from './edge-parts';
import { incomingActivity } from './incoming-activity';
import { Router } from './router';
import { isAllowedServiceUrl, type ServiceUrlRule } from './service-url';
import { within } from './within';

export interface EdgeReply {
  readonly status: number;
  /** JSON; none when absent. */
  readonly body?: unknown;
}

/** Teams gives up after 5 s and asks again. */
const invokeDeadlineMs = 4_500;
/** The connector waits 15 s for anything else. */
const otherDeadlineMs = 14_500;

export class TeamsEdge {
  readonly #adapter: TeamsAdapter;
  readonly #parts: EdgeParts;
  readonly #serviceUrls: ServiceUrlRule;
  readonly #router: Router;

  constructor(parts: EdgeParts, adapter: TeamsAdapter, serviceUrls: ServiceUrlRule) {
    this.#parts = parts;
    this.#adapter = adapter;
    this.#serviceUrls = serviceUrls;
    this.#router = new Router(parts, adapter);
  }

  /** Never throws, and says nothing about why beyond a code. */
  async receive(authorization: string, body: unknown): Promise<EdgeReply> {
    const { clock, log, newId } = this.#parts.edge.app;
    const correlationId = newId();
    const parsed = incomingActivity.safeParse(body);
    if (!parsed.success) return refusal(400, 'malformedActivity');
    const activity = parsed.data;
    if (!isAllowedServiceUrl(this.#serviceUrls, activity.serviceUrl)) {
      log.warn('edge.serviceUrlRefused', { correlationId });
      return refusal(400, 'serviceUrlNotAllowed');
    }
    const isInvoke = activity.type === 'invoke';
    let isAuthenticated = false;
    const turn = this.#adapter.receive(
      authorization,
      activity,
      (context) => this.#router.run(context, correlationId),
      () => {
        isAuthenticated = true;
      },
    );
    try {
      const ended = await within(clock, isInvoke ? invokeDeadlineMs : otherDeadlineMs, turn);
      if (ended.outcome === 'late') {
        if (!isAuthenticated) return refusal(503, 'signInUnavailable');
        return isInvoke ? this.#router.tooLate(activity, correlationId) : { status: 200 };
      }
      const result = ended.value;
      if (result.outcome === 'unauthorised') return refusal(401, 'unauthorised');
      if (result.outcome === 'unavailable') {
        log.error('edge.signInUnavailable', result.error, { correlationId });
        return refusal(503, 'signInUnavailable');
      }
      return result.response ?? { status: 200 };
    } catch (error) {
      log.error('edge.failed', error, { correlationId });
      return refusal(500, 'failed');
    }
  }
}

export function refusal(status: number, code: string): EdgeReply {
  return { status, body: { error: { code } } };
}
