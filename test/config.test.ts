import fc from 'fast-check';
import { ConfigError, parseConfig } from '../src/config';

const key = Buffer.alloc(32, 7).toString('base64');
const production = {
  SOUNDINGS_MODE: 'production',
  SOUNDINGS_KEY: key,
  STORE: 'cosmos',
  COSMOS_ENDPOINT: 'https://trust.documents.example',
  COSMOS_DATABASE: 'soundings',
  BOT_ID: 'bot',
  BOT_TYPE: 'SingleTenant',
  BOT_PASSWORD: 'secret-password',
  TENANT_ID: 'tenant',
};
const local = {
  SOUNDINGS_LOCAL_OPENID_URL: 'http://127.0.0.1:4000/openid',
  SOUNDINGS_LOCAL_LOGIN_URL: 'http://localhost:4000',
};

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('an empty environment', () => {
  it('starts in local mode, on loopback alone, with the embedded store', () => {
    expect(parseConfig({})).toEqual({
      mode: 'local',
      host: '127.0.0.1',
      port: 3978,
      store: { kind: 'embedded', dataDir: '.soundings' },
      dataDir: '.soundings',
      sendRate: 50,
      publicUrl: 'http://127.0.0.1:3978',
      backupRetentionDays: 30,
      timeScale: 1,
    });
  });

  it('counts an empty value as a missing one', () => {
    expect(parseConfig({ BOT_ID: '', PORT: '', STORE: '' })).toEqual(parseConfig({}));
  });
});

describe('production', () => {
  it('takes the whole configuration', () => {
    expect(parseConfig(production)).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      store: { kind: 'cosmos', endpoint: 'https://trust.documents.example', database: 'soundings' },
      bot: { type: 'SingleTenant', id: 'bot', tenantId: 'tenant', password: 'secret-password' },
      serviceKey: new Uint8Array(32).fill(7),
      botServiceUrl: 'https://smba.trafficmanager.net/teams',
    });
  });

  it.each([
    'SOUNDINGS_KEY',
    'STORE',
    'COSMOS_ENDPOINT',
    'COSMOS_DATABASE',
    'BOT_ID',
    'BOT_TYPE',
    'BOT_PASSWORD',
    'TENANT_ID',
  ])('refuses to start without %s, by that name alone', (name) => {
    const { [name]: _left, ...rest } = production as Record<string, string>;
    expect(problemsOf(rest).map((problem) => problem.split(' ')[0])).toEqual([name]);
  });

  it('names everything that is missing at once', () => {
    const names = problemsOf({ SOUNDINGS_MODE: 'production' }).map((problem) => problem.split(' ')[0]);
    expect(names).toEqual(
      expect.arrayContaining(['BOT_ID', 'BOT_TYPE', 'TENANT_ID', 'STORE', 'SOUNDINGS_KEY']),
    );
  });

  it('needs no password with a managed identity, and no Cosmos DB with the embedded store', () => {
    const { BOT_PASSWORD: _, ...rest } = production;
    expect(parseConfig({ ...rest, BOT_TYPE: 'UserAssignedMsi' }).bot).not.toHaveProperty('password');
    expect(parseConfig({ ...production, STORE: 'embedded' }).store.kind).toBe('embedded');
  });

  it('refuses everything that is for local use, and plain http', () => {
    expect(problemsOf({ ...production, ...local }).join()).toContain(
      'SOUNDINGS_LOCAL_OPENID_URL is for local use',
    );
    expect(problemsOf({ ...production, SOUNDINGS_LOCAL_TIME_SCALE: '0.1' })).toHaveLength(1);
    expect(problemsOf({ ...production, PUBLIC_URL: 'http://127.0.0.1' })).toEqual([
      'PUBLIC_URL must begin with https://',
    ]);
  });
});

describe('Microsoft Graph', () => {
  const appId = '1b2c3d4e-0000-4000-8000-0123456789ab';

  it('installs the bot for nobody unless the app is named, and signs in as the bot', () => {
    const signIn = {
      baseUrl: 'https://graph.microsoft.com',
      loginUrl: 'https://login.microsoftonline.com/tenant',
    };
    expect(parseConfig(production).graph).toEqual(signIn);
    expect(parseConfig({ ...production, GRAPH_INSTALL_APP_ID: appId }).graph).toEqual({
      ...signIn,
      installAppId: appId,
    });
    expect(parseConfig({}).graph).toBeUndefined();
  });

  it('signs in where its own cloud does', () => {
    expect(parseConfig({ ...production, GRAPH_BASE_URL: 'https://graph.microsoft.us/' }).graph).toEqual({
      baseUrl: 'https://graph.microsoft.us',
      loginUrl: 'https://login.microsoftonline.us/tenant',
    });
  });

  it('is refused without a bot, in an unknown place, and as a stand-in in production', () => {
    expect(problemsOf({ GRAPH_INSTALL_APP_ID: appId })).toEqual([
      'BOT_ID is missing: GRAPH_INSTALL_APP_ID is given without it',
    ]);
    expect(problemsOf({ ...production, GRAPH_BASE_URL: 'https://graph.example' })).toEqual([
      expect.stringMatching(/^GRAPH_BASE_URL must be one of: https:\/\/graph\.microsoft\.com/),
    ]);
    expect(problemsOf({ ...production, GRAPH_BASE_URL: 'http://127.0.0.1:9' })).toContain(
      'GRAPH_BASE_URL must begin with https://',
    );
    expect(
      problemsOf({ ...production, SOUNDINGS_MODE: 'local', GRAPH_BASE_URL: 'http://127.0.0.1:9' }),
    ).toEqual(['SOUNDINGS_LOCAL_LOGIN_URL is missing: a GRAPH_BASE_URL on this machine signs in there']);
  });

  it('may be a stand-in on this machine together with the sign-in', () => {
    const environment = {
      ...production,
      ...local,
      SOUNDINGS_MODE: 'local',
      GRAPH_BASE_URL: 'http://127.0.0.1:9',
    };
    expect(parseConfig(environment).graph).toEqual({
      baseUrl: 'http://127.0.0.1:9',
      loginUrl: 'http://localhost:4000',
    });
  });
});

describe('local mode', () => {
  it('may stand in for the sign-in service, on this machine alone', () => {
    const bot = {
      BOT_ID: 'b',
      BOT_TYPE: 'SingleTenant',
      BOT_PASSWORD: 'p',
      TENANT_ID: 't',
      SOUNDINGS_MODE: 'local',
    };
    expect(parseConfig({ ...bot, ...local })).toMatchObject({
      host: '127.0.0.1',
      localSignIn: { openIdMetadataUrl: 'http://127.0.0.1:4000/openid', loginUrl: 'http://localhost:4000' },
    });
    expect(problemsOf({ ...local, SOUNDINGS_LOCAL_LOGIN_URL: 'https://login.example' })).toEqual([
      'SOUNDINGS_LOCAL_LOGIN_URL must be an address of this machine, such as http://127.0.0.1:4000',
    ]);
    expect(problemsOf({ SOUNDINGS_LOCAL_LOGIN_URL: 'http://localhost:1' })).toEqual([
      'SOUNDINGS_LOCAL_OPENID_URL is missing: the two go together',
    ]);
  });

  it('is not assumed once there is a bot id', () => {
    const { SOUNDINGS_MODE: _, ...rest } = production;
    expect(problemsOf(rest)).toEqual([
      'SOUNDINGS_MODE is missing: with BOT_ID given it must say local or production',
    ]);
  });

  it('does not quietly use a file when Cosmos DB was meant', () => {
    expect(problemsOf({ COSMOS_ENDPOINT: 'http://127.0.0.1:8081' })).toEqual([
      'STORE is missing: COSMOS_ENDPOINT is given, say cosmos',
    ]);
  });
});

describe('a value that cannot be meant', () => {
  it.each([
    ['SOUNDINGS_MODE', 'prod'],
    ['SOUNDINGS_KEY', 'c2hvcnQ='],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['STORE', 'sqlite'],
    ['COSMOS_ENDPOINT', 'trust.documents.example'],
    ['COSMOS_DATABASE', 'a/b'],
    ['BOT_TYPE', 'MultiTenant'],
    ['SEND_RATE', '0'],
    ['SEND_RATE', '1e3'],
    ['BOT_SERVICE_URL', 'http://teams.example'],
    ['BACKUP_RETENTION_DAYS', 'a week'],
    ['GRAPH_INSTALL_APP_ID', 'soundings'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(problemsOf({ ...production, [name]: value })).toEqual([expect.stringMatching(`^${name} must `)]);
  });

  it('is never repeated in the message', () => {
    const secret = 'not-base64-but-secret';
    const problems = problemsOf({ ...production, SOUNDINGS_KEY: secret, COSMOS_ENDPOINT: secret });
    expect(problems.join()).not.toContain(secret);
  });

  it('leaves a slash at the end of an address out', () => {
    expect(parseConfig({ ...production, PUBLIC_URL: 'https://a.example/' }).publicUrl).toBe(
      'https://a.example',
    );
  });
});

it('refuses every SOUNDINGS_ variable that it does not know, by name, and leaves others alone', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{1,12}$/), (word) => {
      fc.pre(!['MODE', 'KEY'].includes(word));
      expect(problemsOf({ [`SOUNDINGS_${word}`]: 'x', [word.concat('_OTHER')]: 'x' })).toEqual([
        `SOUNDINGS_${word} is not a variable of Soundings: check its spelling`,
      ]);
    }),
  );
});

it('either parses or lists problems, whatever the environment holds', () => {
  const name = fc.constantFrom(
    ...Object.keys(production),
    ...Object.keys(local),
    'PORT',
    'SEND_RATE',
    'PUBLIC_URL',
    'GRAPH_INSTALL_APP_ID',
    'GRAPH_BASE_URL',
  );
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), (changed) => {
      const environment = { ...production, ...changed };
      const problems = problemsOf(environment);
      if (problems.length === 0) expect(parseConfig(environment).bot).toBeDefined();
    }),
  );
});
