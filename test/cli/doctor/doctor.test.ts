import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkSkew, checkSteadiness } from '../../../src/cli/doctor/check-clock';
import { checkCredentials } from '../../../src/cli/doctor/check-credentials';
import { checkNode } from '../../../src/cli/doctor/check-node';
import { parseConfig } from '../../../src/config';
import { FakeClock } from '../../support/fake-clock';
import { CliHarness } from '../cli-harness';

describe('the doctor', () => {
  let cli: CliHarness;
  beforeEach(() => {
    cli = new CliHarness();
  });
  afterEach(() => cli.remove());

  it('finds a machine ready that can run the service locally', async () => {
    const { code, document } = await cli.json('doctor');
    expect(code).toBe(0);
    expect(document).toMatchObject({ outcome: 'ready' });
    const names = (document.checks as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual([
      'node',
      'configuration',
      'bot',
      'service key',
      'clock',
      'store',
      'planned runs',
      'runs at the same time',
    ]);
  });

  it('names every fault of the configuration and exits with 2', async () => {
    cli.environment = { SOUNDINGS_MODE: 'production' };
    const { code, err } = await cli.run('doctor');
    expect(code).toBe(2);
    for (const name of ['BOT_ID', 'TENANT_ID', 'SOUNDINGS_KEY'])
      expect(err).toContain(`configuration: ${name} is missing`);
  });

  it('says that the store does not answer and exits with 3', async () => {
    cli.environment = { DATA_DIR: cli.file('not-a-folder', '') };
    const { code, document } = await cli.json('doctor');
    expect(code).toBe(3);
    expect(document.checks).toContainEqual(expect.objectContaining({ name: 'store', status: 'failed' }));
  });
});

it('shows which credentials are there, and none of their values', () => {
  const secret = 'very-secret';
  const config = parseConfig({
    SOUNDINGS_MODE: 'production',
    SOUNDINGS_KEY: Buffer.alloc(32, 7).toString('base64'),
    STORE: 'cosmos',
    COSMOS_ENDPOINT: 'https://a.example',
    COSMOS_DATABASE: 'd',
    COSMOS_KEY: secret,
    BOT_ID: 'bot',
    BOT_TYPE: 'SingleTenant',
    BOT_PASSWORD: secret,
    TENANT_ID: 'tenant',
  });
  const checks = checkCredentials(config);
  expect(checks.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
  expect(JSON.stringify(checks)).not.toMatch(/very-secret|BwcHBw/);
});

it.each([
  ['20.18.0', 'failed'],
  ['18.20.0', 'failed'],
  ['20.19.0', 'warning'],
  ['24.1.0', 'ok'],
])('calls Node.js %s %s', (version, status) => {
  expect(checkNode(version).status).toBe(status);
});

describe('the clock', () => {
  it('is steady, was corrected, or stood still', async () => {
    const watch = async (meanwhile: (clock: FakeClock) => Promise<void>) => {
      const clock = new FakeClock();
      const checking = checkSteadiness(clock);
      await meanwhile(clock);
      return (await checking).status;
    };
    expect(await watch((clock) => clock.advance(200))).toBe('ok');
    const corrected = async (clock: FakeClock) => {
      clock.correctWallTime(60_000);
      await clock.advance(200);
    };
    expect(await watch(corrected)).toBe('warning');
    const back = async (clock: FakeClock) => {
      clock.correctWallTime(-60_000);
      await clock.advance(200);
    };
    expect(await watch(back)).toBe('failed');
  });

  describe('against the sign-in service', () => {
    let server: Server;
    let url: string;
    let date: string | undefined;
    beforeAll(async () => {
      server = createServer((_request, reply) => {
        reply.sendDate = false;
        if (date) reply.setHeader('date', date);
        reply.end();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });
    afterAll(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    it.each([
      ['2026-03-02T10:00:05Z', 'ok', '5 s behind'],
      ['2026-03-02T09:59:00Z', 'warning', '60 s ahead'],
      ['2026-03-02T10:05:00Z', 'failed', 'tokens are refused'],
      [undefined, 'warning', 'does not say'],
    ])('that says %s is %s', async (theirs, status, words) => {
      date = theirs && new Date(theirs).toUTCString();
      const check = await checkSkew(new FakeClock('2026-03-02T10:00:00.000Z'), url);
      expect(check).toMatchObject({ status, words: expect.stringContaining(words) });
    });

    it('cannot be told when nothing answers', async () => {
      expect(await checkSkew(new FakeClock(), 'http://127.0.0.1:1/')).toMatchObject({ status: 'failed' });
    });
  });
});
