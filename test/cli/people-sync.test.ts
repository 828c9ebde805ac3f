import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphClient, LoopbackGraph } from '../support/loopback-graph';
import { CliHarness } from './cli-harness';

const example = readFileSync(join(__dirname, '../../docs/examples/programme.yaml'), 'utf8');
const group = '00000000-0000-4000-8000-000000000201';
const oid = (index: number) => `dddddddd-0000-4000-8000-${String(index).padStart(12, '0')}`;

let cli: CliHarness;
let graph: LoopbackGraph;
beforeAll(async () => {
  cli = new CliHarness();
  graph = await LoopbackGraph.start();
  expect(await cli.run('apply', cli.file('programme.yaml', example))).toMatchObject({ code: 0 });
  const jobs = ['Staff Nurse', 'Consultant', 'Ward Sister', 'Porter', 'Porter'];
  for (const [index, jobTitle] of jobs.entries()) {
    const attributes = {
      jobTitle,
      officeLocation: 'Larkmere General',
      employeeType: index === 0 ? 'Gig' : 'NHSP',
    };
    graph.add({ id: oid(index), displayName: `Invented Person ${index}`, attributes });
  }
  graph.join(
    group,
    jobs.map((_job, index) => oid(index)),
  );
});
beforeEach(() => {
  cli.environment = {
    SOUNDINGS_MODE: 'local',
    BOT_ID: graphClient.id,
    BOT_TYPE: 'SingleTenant',
    BOT_PASSWORD: graphClient.password,
    TENANT_ID: '0f0e0d0c-1111-4222-8333-444455556666',
    SOUNDINGS_LOCAL_OPENID_URL: graph.baseUrl,
    SOUNDINGS_LOCAL_LOGIN_URL: graph.loginUrl,
    GRAPH_BASE_URL: graph.baseUrl,
  };
});
afterAll(async () => {
  await graph.close();
  cli.remove();
});

const sync = ['people', 'sync', '--programme', 'larkmere-epr'];

it('says what it would do, does it, counts what stands for nothing, and names nobody but in JSON', async () => {
  const counts = 'added, 0 changed, 0 unchanged, 0 removed, 2 refused (everybody was read)';
  const dry = await cli.run(...sync, '--dry-run');
  expect(dry.code).toBe(2);
  expect(dry.err).toContain(`larkmere-epr: would be 3 ${counts}`);

  const first = await cli.run(...sync);
  expect(first.code).toBe(2);
  expect(first.err.trim().split('\n')).toEqual([
    `larkmere-epr: 3 ${counts}`,
    'jobTitle "Porter" of 2 members is no declared staffGroup: refused',
    'employeeType "Gig" of 1 member is no employment: taken without it',
  ]);
  expect(first.out + first.err).not.toContain('Invented Person');

  const { document } = await cli.json(...sync, '--full', '--group', group);
  expect(document).toMatchObject({
    outcome: 'synced',
    unchanged: 3,
    refusedMembers: [
      { displayName: 'Invented Person 3', reasons: [expect.stringContaining('"Porter"')] },
      { displayName: 'Invented Person 4' },
    ],
  });
  expect(await cli.run(...sync)).toMatchObject({
    code: 0,
    out: 'larkmere-epr: 0 added, 0 changed, 0 unchanged, 0 removed, 0 refused (only changes were read)\n',
  });
});

it('names the permission that is missing, and is refused', async () => {
  graph.permissions.delete('GroupMember.Read.All');
  expect(await cli.run(...sync)).toMatchObject({
    code: 1,
    err: expect.stringContaining('has not the permission GroupMember.Read.All'),
  });
  graph.permissions.add('GroupMember.Read.All');
});

it('is infrastructure when Graph does not let it in, and wrong input without a bot', async () => {
  cli.environment = { ...cli.environment, BOT_PASSWORD: 'another' };
  expect(await cli.run(...sync)).toMatchObject({
    code: 3,
    err: expect.stringMatching(
      /^Microsoft Graph does not answer: the sign-in service answered 401\. Nothing is lost/,
    ),
  });
  cli.environment = {};
  expect(await cli.run(...sync)).toMatchObject({ code: 2, err: expect.stringContaining('give BOT_ID') });
});
