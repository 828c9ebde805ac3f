import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecord } from '../../src/app/records';
import { bankPage } from '../../src/cli/bank/bank-page';
import { parseConfig } from '../../src/config';
import { umuxLiteIds } from '../../src/domain/bank/items/outcome-items';
import type { Release } from '../../src/domain/disclosure/release';
import { bankTable, choiceTable, releaseWith, shownWith } from '../domain/bank/bank-releases';
import { CliHarness, openParts } from './cli-harness';

const docs = join(__dirname, '../../docs');
const example = join(docs, 'examples/programme.yaml');
const id = 'larkmere-epr';

let cli: CliHarness;
beforeEach(() => {
  cli = new CliHarness();
});
afterEach(() => cli.remove());

/** To bring it up to date: npm run soundings -- bank page > docs/question-bank.md */
it('docs/question-bank.md lists the bank as it is', async () => {
  expect(readFileSync(join(docs, 'question-bank.md'), 'utf8')).toBe(bankPage());
  expect(await cli.run('bank', 'page')).toEqual({ code: 0, out: bankPage(), err: '' });
});

describe('bank list', () => {
  it('lists by theme what fits a stage', async () => {
    const { out } = await cli.run('bank', 'list', '--stage', 'train', '--theme', 'training');
    expect(out).toMatch(
      /^Training\n {2}training-fits: The training I have had fits the work I do\.\n {6}five points/,
    );
    expect(out).not.toContain('training-since');
    const { document } = await cli.json('bank', 'list', '--theme', 'time');
    expect(document).toMatchObject({
      outcome: 'listed',
      items: expect.arrayContaining([
        expect.objectContaining({ theme: 'time', scoring: 'changeFromBaseline', stages: expect.any(Array) }),
      ]),
    });
  });

  it('refuses a stage that is none, and says so where nothing fits', async () => {
    expect(await cli.run('bank', 'list', '--stage', 'holiday')).toMatchObject({ code: 2 });
    const { code, out } = await cli.run('bank', 'list', '--stage', 'discover', '--theme', 'usefulness');
    expect([code, out]).toEqual([0, expect.stringContaining('No question of the bank')]);
  });
});

describe('bank score', () => {
  async function store(...releases: readonly Release[]): Promise<void> {
    await cli.run('apply', example);
    const { context, close } = await openParts(parseConfig({ DATA_DIR: cli.path('data') }));
    for (const { tables, ...header } of releases) {
      const parts = tables.map((table) => ({
        programmeId: header.programmeId,
        partId: `${header.waveId}:${table.questionId}`,
        table,
      }));
      for (const part of parts) await createRecord(context.store, 'releasePart', part);
      const partIds = parts.map(({ partId }) => partId);
      await createRecord(context.store, 'release', { ...header, attempt: 'a', partIds });
    }
    await close();
  }

  const before = releaseWith(
    '2026-03-02',
    choiceTable('log-in-time', { 'under-30-s': 20, 'over-5-min': 80 }),
  );
  const now = releaseWith(
    '2026-11-02',
    bankTable(umuxLiteIds.useful, shownWith(210, 50)),
    bankTable(umuxLiteIds.easy, shownWith(205, 70)),
    choiceTable('log-in-time', { 'under-30-s': 90, other: 10 }),
  );

  it('prints UMUX-Lite of the latest wave and what has changed since the first', async () => {
    await store(before, now);
    const { out } = await cli.run('bank', 'score', '--programme', id);
    expect(out.split('\n')).toEqual([
      'Ready on 2026-11-02',
      'UMUX-Lite, 0 to 100: half the sum of two released means. Who answered one item alone is in one of them.',
      '  Everyone: 60.0 (useful 50.0 of 210, easy 70.0 of 205)',
      'How long does it take you to log in? Beside Ready on 2026-03-02:',
      '  Under 30 seconds: 20 % → 90 %',
      '  Over 5 minutes: 80 % → among the others',
      '  Others together: 0 % → 10 %',
      '',
    ]);
    const { document } = await cli.json('bank', 'score', '--programme', id, '--wave', before.waveId);
    expect(document).toEqual({
      outcome: 'scored',
      programmeId: id,
      waveId: before.waveId,
      title: before.title,
      umuxLite: [],
      changes: [],
    });
  });

  it('is refused where there is nothing to score', async () => {
    expect(await cli.json('bank', 'score', '--programme', id)).toMatchObject({
      code: 1,
      document: { outcome: 'noSuchProgramme' },
    });
    await store();
    expect(await cli.json('bank', 'score', '--programme', id, '--wave', 'w')).toMatchObject({
      code: 1,
      document: { outcome: 'noRelease', waveId: 'w' },
    });
  });
});
