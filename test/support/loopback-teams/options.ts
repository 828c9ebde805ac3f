/** How a loopback Teams is set up. */

import type { Clock } from '../../../src/app/ports/clock';
import type { BotRegistration } from '../token-issuer';
import type { Patience } from './bot-endpoint';

export interface LoopbackTeamsOptions {
  /** The tenant of people named without one. */
  readonly tenantId?: string;
  readonly bot?: Partial<BotRegistration>;
  /** The bot's messaging endpoint; may be given later with `connectBot`. */
  readonly botEndpoint?: string;
  /** When false, tokens are neither asked for nor sent. Default true. */
  readonly auth?: boolean;
  readonly port?: number;
  /** Per app per tenant; 0 for no cap. Default 50. */
  readonly appRequestsPerSecond?: number;
  /** 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in 3,600 s. Default true. */
  readonly conversationLimits?: boolean;
  /** Whether a 429 says how long to wait. Default true. */
  readonly retryAfter?: boolean;
  /** A request this soon after a 429 was already on its way. Default 100. */
  readonly throttleGraceMs?: number;
  readonly seed?: number;
  /** When false, bodies are counted and compared but not kept, so that memory stays small. Default true. */
  readonly keepMessages?: boolean;
  /** When true, each request is kept with its time: see `timeline.ts`. Default false. */
  readonly keepTimeline?: boolean;
  /** Default: 5,000 ms and 2 retries, as Teams. */
  readonly patience?: Partial<Patience>;
  /** For the limits' windows and the activities' timestamps. Default: real time. */
  readonly clock?: Pick<Clock, 'now' | 'monotonicMs'>;
}

export const loopbackTenantId = '11111111-2222-4333-8444-555555555555';

export const loopbackBot: BotRegistration = {
  appId: '99999999-8888-4777-8666-555555555555',
  password: 'loopback-only',
  tenantId: loopbackTenantId,
};
