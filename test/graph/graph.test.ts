/** What is asked of Microsoft Graph, over real HTTP against one that keeps its rate and its rules. */

import { UnavailableError } from '../../src/app/ports/errors';
import { GraphLane, requestsPerSecond } from '../../src/graph/graph-lane';
import { type Graph, openGraph } from '../../src/graph/open-graph';
import { SystemClock } from '../../src/system-clock';
import { FakeClock } from '../support/fake-clock';
import { catalogueId, graphClient, LoopbackGraph } from '../support/loopback-graph';

const group = '00000000-0000-4000-8000-00000000aaaa';
const inner = '00000000-0000-4000-8000-00000000bbbb';
const idOf = (index: number) => `dddddddd-0000-4000-8000-${String(index).padStart(12, '0')}`;

let loopback: LoopbackGraph;
let graph: Graph;
/** Waits at most a moment: only how long is asked for matters here. */
class BriskClock extends SystemClock {
  readonly asked: number[] = [];
  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms < 10_000) this.asked.push(ms);
    return super.sleep(ms < 10_000 ? Math.min(ms, 20) : ms, signal);
  }
}
let clock: BriskClock;

beforeEach(async () => {
  loopback = await LoopbackGraph.start();
  clock = new BriskClock();
  open();
});
afterEach(async () => {
  await graph.close();
  await loopback.close();
});

function open(password = graphClient.password): void {
  graph = openGraph({
    clock,
    baseUrl: loopback.baseUrl,
    loginUrl: loopback.loginUrl,
    tenantId: graphClient.tenantId,
    clientId: graphClient.id,
    password,
    installAppId: catalogueId,
  });
}

function people(count: number): readonly string[] {
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  for (const [index, id] of ids.entries()) {
    loopback.add({
      id,
      displayName: `Invented Person ${index}`,
      attributes: { jobTitle: 'Staff Nurse', extensionAttribute4: 'N' },
    });
  }
  return ids;
}

const install = (id: string) => graph.installer?.install(id);

describe('installing the app', () => {
  it('is done, and is done already', async () => {
    people(1);
    expect(await install(idOf(0))).toEqual({ outcome: 'installed' });
    expect(await install(idOf(0))).toEqual({ outcome: 'installed' });
    expect([...loopback.installedFor]).toEqual([idOf(0)]);
    expect(loopback.log.tokens).toBe(1);
  });

  it('is refused for one person, by a policy or because there is none, and the next is tried', async () => {
    people(2);
    loopback.keptFromApp.add(idOf(0));
    expect(await install(idOf(0))).toEqual({ outcome: 'refused', status: 403 });
    expect(await install(idOf(7))).toEqual({ outcome: 'refused', status: 404 });
    expect(await install(idOf(1))).toEqual({ outcome: 'installed' });
  });

  it('is refused for everybody without the permission, by its name', async () => {
    people(1);
    loopback.permissions.clear();
    expect(await install(idOf(0))).toEqual({
      outcome: 'noPermission',
      permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    });
  });

  it('is begun only while whoever asks may begin', async () => {
    people(1);
    const stop = new Error('the lease is lost');
    const onBegin = () => {
      throw stop;
    };
    await expect(graph.installer?.install(idOf(0), { onBegin })).rejects.toBe(stop);
    expect(loopback.requests).toEqual([]);
  });
});

describe('a request', () => {
  it('waits for as long as a 429 says, and so do all others', async () => {
    people(2);
    loopback.strike({ path: /installedApps/, times: 1, status: 429, retryAfter: '0.25' });
    await Promise.all([install(idOf(0)), install(idOf(1))]);
    expect(Math.max(...clock.asked)).toBeGreaterThan(200);
    expect(loopback.installedFor.size).toBe(2);
  });

  it.each([503, 504, 'reset'] as const)('is made again after %s', async (status) => {
    people(1);
    loopback.strike({ path: /installedApps/, times: 2, status, retryAfter: '0' });
    expect(await install(idOf(0))).toEqual({ outcome: 'installed' });
  });

  it('is given up after some tries, as one that can be repeated', async () => {
    loopback.strike({ path: /groups/, times: 100, status: 503, retryAfter: '0' });
    await expect(graph.directory.members(group)).rejects.toMatchObject({
      name: 'UnavailableError',
      of: 'directory',
    });
    // "At once" is not taken at its word, or every try would be over in a moment.
    expect(clock.asked.filter((ms) => ms === 1_000)).toHaveLength(6);
  });

  it('gets a new token when the old one is refused', async () => {
    people(1);
    await install(idOf(0));
    loopback.refuseOldTokens();
    expect(await install(idOf(0))).toEqual({ outcome: 'installed' });
    expect(loopback.log.tokens).toBe(2);
  });

  it('says that the sign-in is refused, and nothing of the password', async () => {
    await graph.close();
    open('wrong-secret');
    const failed = await graph.directory.members(group).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(UnavailableError);
    expect(String(failed)).toMatch(/sign-in service answered 401/);
    expect(String(failed)).not.toContain('secret');
  });

  it('goes nowhere but to Graph, whatever link was kept', async () => {
    const elsewhere = `${loopback.baseUrl.replace('127.0.0.1', 'localhost')}/v1.0/groups/delta?$deltatoken=0`;
    expect(await graph.directory.changesSince(elsewhere)).toEqual({ outcome: 'expired' });
    expect(loopback.requests).toEqual([]);
  });
});

describe('a group', () => {
  it('is read page by page, with the members of groups in it and their attributes', async () => {
    const ids = people(7);
    loopback.pageSize = 3;
    loopback.join(group, ids.slice(0, 4));
    loopback.join(group, [inner], 'group');
    loopback.join(inner, ids.slice(3));
    const members: string[] = [];
    let nestedGroups = 0;
    let next: string | undefined;
    do {
      const page = await graph.directory.members(group, next);
      if (page.outcome !== 'page') throw new Error(page.outcome);
      members.push(...page.members.map(({ aadObjectId }) => aadObjectId));
      nestedGroups += page.nestedGroups;
      expect(page.members[0]).toMatchObject({
        displayName: expect.stringContaining('Invented'),
        isEnabled: true,
        attributes: { jobTitle: 'Staff Nurse', extensionAttribute4: 'N' },
      });
      next = page.next;
    } while (next);
    expect(members.sort()).toEqual([...ids].sort());
    expect(nestedGroups).toBe(1);
  });

  it('that is not there, or may not be read, is told apart', async () => {
    expect(await graph.directory.members(group)).toEqual({ outcome: 'noSuchGroup' });
    loopback.join(group, people(1));
    loopback.permissions.delete('User.Read.All');
    expect(await graph.directory.members(group)).toEqual({
      outcome: 'noPermission',
      permission: 'User.Read.All',
    });
    loopback.permissions.delete('GroupMember.Read.All');
    const refused = { outcome: 'noPermission', permission: 'GroupMember.Read.All' };
    expect(await graph.directory.members(group)).toEqual(refused);
    expect(await graph.directory.markNow(group)).toEqual(refused);
  });

  it('is not taken for empty when the answer is not a list', async () => {
    loopback.join(group, people(1));
    loopback.strike({ path: /transitiveMembers/, times: 1, status: 200 });
    await expect(graph.directory.members(group)).rejects.toBeInstanceOf(UnavailableError);
  });

  it('tells who joined and who left since a mark, the last word on each, over pages', async () => {
    const ids = people(6);
    loopback.join(group, ids.slice(0, 3));
    const marked = await graph.directory.markNow(group);
    if (marked.outcome !== 'marked' || !marked.mark) throw new Error('no mark');
    loopback.pageSize = 2;
    loopback.join(group, ids.slice(3));
    loopback.leave(group, [idOf(0), idOf(4)]);
    const changes = await graph.directory.changesSince(marked.mark);
    expect(changes).toMatchObject({
      outcome: 'changes',
      joined: [idOf(3), idOf(5)],
      left: [idOf(4), idOf(0)],
      isNested: false,
    });
    if (changes.outcome !== 'changes' || !changes.mark) throw new Error('no mark');
    expect(await graph.directory.changesSince(changes.mark)).toMatchObject({ joined: [], left: [] });
    loopback.join(group, [inner], 'group');
    expect(await graph.directory.changesSince(changes.mark)).toMatchObject({ isNested: true });
    loopback.expireMarks();
    expect(await graph.directory.changesSince(changes.mark)).toEqual({ outcome: 'expired' });
  });

  it('and people are found by id, however many', async () => {
    const ids = people(40);
    const found = await graph.directory.people([...ids, idOf(99)]);
    expect(found).toMatchObject({ outcome: 'found', members: { length: 40 } });
  });
});

it('at most thirty requests begin in any second, and no turn is wasted', async () => {
  const fake = new FakeClock();
  const lane = new GraphLane(fake);
  const begunAtMs: number[] = [];
  const all = Promise.all(
    Array.from({ length: 300 }, async () => {
      const end = await lane.admit();
      begunAtMs.push(fake.monotonicMs());
      end();
    }),
  );
  while (begunAtMs.length < 300) await fake.advance(100);
  await all;
  for (const [index, atMs] of begunAtMs.entries()) {
    const inWindow = begunAtMs.slice(index).filter((other) => other < atMs + 1_000);
    expect(inWindow.length).toBeLessThanOrEqual(requestsPerSecond);
  }
  expect(begunAtMs.at(-1)).toBeLessThan((300 / requestsPerSecond) * 1_000 * 1.05);
});
