/** The sign-in of the loopback satisfies botbuilder's own checks, and its bad tokens do not. */

import processConsole from 'node:console';
import type { Server } from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { listen } from '../support/loopback-teams/http-listener';
import { LoopbackTeams } from '../support/loopback-teams/loopback-teams';
import { loopbackAuthSettings, loopbackCredentials, type TokenFlaw } from '../support/token-issuer';
import { RawConnector, sampleCard } from './raw-connector';

let teams: LoopbackTeams;
let adapter: CloudAdapter;
let server: Server;

beforeAll(async () => {
  teams = await LoopbackTeams.start();
  // The SDK prints each refused token to the console, which is not jest's: it is loaded once.
  jest.spyOn(processConsole, 'error').mockImplementation(() => undefined);
  const settings = { MicrosoftAppId: teams.bot.appId, ...loopbackAuthSettings(teams.origin) };
  const credentials = loopbackCredentials(teams.origin, teams.bot);
  adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials as never));
  const listening = await listen(async (request, body, response) => {
    const restifyLike = {
      status: (code: number) => {
        response.statusCode = code;
      },
      send: (answer: unknown) => response.write(JSON.stringify(answer)),
      header: () => undefined,
      end: () => response.end(),
      socket: response.socket,
    };
    const posted = { body: JSON.parse(body), headers: request.headers, method: request.method };
    await adapter.process(posted as never, restifyLike as never, async (context) => {
      await context.sendActivity('heard');
    });
  }, 0);
  server = listening.server;
  teams.connectBot(`${listening.origin}/api/messages`);
});
beforeEach(() => teams.reset());
afterAll(async () => {
  jest.restoreAllMocks();
  await teams.close();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

test('botbuilder accepts a good token, and answers with one that the connector accepts', async () => {
  const nurse = teams.user('nurse');
  expect((await nurse.say('hello')).status).toBe(200);
  expect(nurse.messages().map(({ from, activity }) => [from, activity.text])).toEqual([
    ['user', 'hello'],
    ['bot', 'heard'],
  ]);
  expect(teams.statistics().violations.unauthorised).toBe(0);
});

test('botbuilder opens a conversation by directory id', async () => {
  const parameters = {
    isGroup: false,
    bot: { id: `28:${teams.bot.appId}`, name: 'Soundings' },
    members: [{ id: 'doctor', name: '' }],
    tenantId: teams.tenantId,
    channelData: { tenant: { id: teams.tenantId } },
  };
  await adapter.createConversationAsync(
    teams.bot.appId,
    'msteams',
    teams.serviceUrl,
    'https://api.botframework.com',
    parameters as never,
    async (context) => {
      await context.sendActivity('good morning');
    },
  );
  expect(teams.user('doctor').messages()).toHaveLength(1);
});

test.each<[TokenFlaw, number]>([
  ['absent', 401],
  ['garbage', 401],
  ['expired', 401],
  ['wrongAudience', 401],
  ['wrongIssuer', 401],
  ['wrongServiceUrl', 401],
  ['unknownKey', 401],
  ['unendorsed', 401],
  // The SDK takes a bad signature for a fault of its own.
  ['wrongSignature', 500],
])('botbuilder refuses a token with the flaw %s by itself with %d', async (flaw, status) => {
  const nurse = teams.user('nurse');
  await nurse.say('hello');
  const activity = { ...heardFrom(), serviceUrl: teams.serviceUrl };
  const refused = await teams.deliver(activity, { flaw });
  expect(refused.status).toBe(status);
  expect(nurse.messages()).toHaveLength(2);
});

function heardFrom() {
  const nurse = teams.user('nurse');
  const { aadObjectId, tenantId, teamsUserId, conversationId } = nurse;
  return {
    type: 'message',
    id: '1',
    text: 'let me in',
    timestamp: '2026-03-02T10:00:00.000Z',
    channelId: 'msteams' as const,
    from: { id: teamsUserId, aadObjectId },
    recipient: { id: `28:${teams.bot.appId}` },
    conversation: { id: conversationId, conversationType: 'personal' as const, tenantId },
    channelData: { tenant: { id: tenantId } },
  };
}

test('the connector refuses a request without the token of its own bot', async () => {
  const { conversationId } = teams.user('nurse');
  const foreign = await teams.issuer.sign({ aud: 'https://api.botframework.com', appid: 'another-bot' });
  const expired = await teams.issuer.sign(
    { aud: 'https://api.botframework.com', appid: teams.bot.appId },
    -60,
  );
  for (const authorization of [undefined, 'Bearer nonsense', `Bearer ${foreign}`, `Bearer ${expired}`]) {
    const connector = new RawConnector(teams, authorization);
    expect((await connector.post(conversationId, sampleCard('a'))).status).toBe(401);
  }
  expect(teams.statistics().violations.unauthorised).toBe(4);
});

test('the login refuses a wrong password', async () => {
  const wrong = loopbackCredentials(teams.origin, { ...teams.bot, password: 'wrong' });
  const credentials = await wrong.createCredentials();
  await expect(credentials.signRequest({ headers: new Headers() })).rejects.toThrow('401');
});
