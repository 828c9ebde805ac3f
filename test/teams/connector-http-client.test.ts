/** What the SDK itself sends goes out once, ends in time, and stays among the allowed hosts. */

import { ConfigurationBotFrameworkAuthentication, type ConversationReference } from 'botbuilder';

import { TeamsAdapter } from '../../src/teams/adapter';
import { ConnectorHttpClient } from '../../src/teams/connector-http-client';
import { ConnectorTransport } from '../../src/teams/connector-transport';
import type { ServiceUrlRule } from '../../src/teams/service-url';
import { FakeClock } from '../support/fake-clock';
import type { FaultEffect } from '../support/loopback-teams/faults';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';

const clock = new FakeClock();
let teams: LoopbackTeams;
beforeAll(async () => {
  teams = await LoopbackTeams.start({ auth: false, appRequestsPerSecond: 0, conversationLimits: false });
});
beforeEach(() => teams.reset());
afterAll(() => teams.close());

/** Posts a text as botbuilder does: adapter, turn context, connector client and its policies. */
async function postBySdk(serviceUrls: ServiceUrlRule = 'loopback'): Promise<void> {
  const transport = new ConnectorTransport({ clock, serviceUrls });
  const adapter = new TeamsAdapter(
    new ConfigurationBotFrameworkAuthentication({}, undefined, undefined, undefined, {
      httpClient: new ConnectorHttpClient(transport),
    }),
  );
  const reference = {
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    conversation: { id: teams.user('nurse-1').conversationId },
  } as Partial<ConversationReference>;
  try {
    await adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity('hello');
    });
  } finally {
    await transport.close();
  }
}

test('a post arrives, once', async () => {
  await postBySdk();
  expect(teams.user('nurse-1').messages()).toHaveLength(1);
  expect(teams.statistics().requests).toBe(1);
});

test.each<[string, FaultEffect]>([
  ['429 with Retry-After', { kind: 'status', status: 429, retryAfterSeconds: 1 }],
  ['502 though it was accepted', { kind: 'status', status: 502, accepted: true }],
  ['503', { kind: 'status', status: 503, retryAfterSeconds: 1 }],
  ['500', { kind: 'status', status: 500 }],
  ['a reset', { kind: 'reset' }],
])('after %s the SDK does not post again', async (_what, effect) => {
  teams.inject({ effect });
  await expect(postBySdk()).rejects.toThrow(/Teams/);
  expect(teams.statistics().requests).toBe(1);
});

test('a hang ends', async () => {
  teams.inject({ effect: { kind: 'hang' } });
  const posting = postBySdk();
  const ended = expect(posting).rejects.toThrow(/timeLimit/);
  await teams.until(() => teams.statistics().requests === 1);
  await clock.advance(10_000);
  await ended;
});

test('another host is not written to', async () => {
  await expect(postBySdk('teams')).rejects.toThrow(/addressNotAllowed/);
  expect(teams.statistics().requests).toBe(0);
});
