/** Everything a loopback Teams remembers, so that a reset is a new scene. */

import { ChatDirectory } from './chat-directory';
import { Connector } from './connector';
import { Faults } from './faults';
import type { LoopbackTeamsOptions } from './options';
import { PublishedLimits } from './published-limits';
import { seededRandom } from './seeded-random';
import type { TeamsUser } from './teams-user';
import { Timeline } from './timeline';
import { Traffic } from './traffic';

export interface Scene {
  readonly chats: ChatDirectory;
  /** By conversation. */
  readonly users: Map<string, TeamsUser>;
  readonly traffic: Traffic;
  readonly timeline: Timeline;
  readonly limits: PublishedLimits;
  readonly faults: Faults;
  readonly connector: Connector;
  readonly sendsRetryAfter: boolean;
  readonly nowMs: () => number;
}

export function newScene(options: LoopbackTeamsOptions, serviceUrl: () => string): Scene {
  const { appRequestsPerSecond = 50, conversationLimits = true, throttleGraceMs = 100, clock } = options;
  const nowMs = clock === undefined ? () => performance.now() : () => clock.monotonicMs();
  const chats = new ChatDirectory(options.keepMessages ?? true);
  const traffic = new Traffic();
  return {
    chats,
    users: new Map(),
    traffic,
    timeline: new Timeline(options.keepTimeline ?? false),
    limits: new PublishedLimits(appRequestsPerSecond, conversationLimits, throttleGraceMs),
    faults: new Faults(seededRandom(options.seed ?? 1)),
    connector: new Connector(chats, traffic, serviceUrl, nowMs),
    sendsRetryAfter: options.retryAfter ?? true,
    nowMs,
  };
}
