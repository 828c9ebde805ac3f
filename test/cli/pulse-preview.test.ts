/** The audience of a programme file, and what `pulse preview` says of it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProgrammeFile } from '../../src/cli/programme-file/read-programme-file';
import { CliHarness } from './cli-harness';

const example = readFileSync(join(__dirname, '../../docs/examples/programme.yaml'), 'utf8');
const id = 'larkmere-epr';
const asking = (...lines: readonly string[]) =>
  example.replace('      kind: everyone\n', lines.map((line) => `      ${line}\n`).join(''));

describe('the audience of a programme file', () => {
  const [audienceLine = 0] = example
    .split('\n')
    .flatMap((line, index) => (line === '    audience:' ? [index + 1] : []));
  const problemsOf = (...lines: readonly string[]) => {
    const read = readProgrammeFile(asking(...lines));
    if (read.outcome === 'read') throw new Error('nothing is wrong');
    return read.problems.map(({ line, path, message, remedy }) => [
      line - audienceLine,
      path.replace('pulses[0].audience', ''),
      `${message}. ${remedy}`,
    ]);
  };

  it('may be whole groups, leave-outs with a reason, a share of them, or people on a list', () => {
    const withoutGates = (text: string) => text.replace(/^gates:[\s\S]*?(?=^\S)/m, '');
    for (const audience of [
      [
        'kind: everyone',
        'only: { siteGroups: [community] }',
        'leaveOut:',
        '  - cohorts: [phase 2]',
        '    why: Not yet.',
      ],
      ['kind: random', 'share: 0.5', 'seed: s', 'leaveOut: [{ staffFamilies: [nursing], why: x }]'],
      ['kind: list', 'people: [AAAAAAAA-0000-4000-8000-000000000001]', 'why: They tried it out.'],
    ]) {
      expect(readProgrammeFile(withoutGates(asking(...audience)))).toMatchObject({ outcome: 'read' });
    }
  });

  it('is refused by line where a group is not declared or not named, or a reason is missing', () => {
    expect(problemsOf('kind: everyone', 'only:', '  siteGroups: [comunity]')).toMatchObject([
      [3, '.only.siteGroups[0]', expect.stringContaining('"comunity" is not declared under siteGroups')],
    ]);
    expect(
      problemsOf('kind: everyone', 'leaveOut:', '  - staffFamilies: [medics]', '    why: x'),
    ).toMatchObject([
      [3, '.leaveOut[0].staffFamilies[0]', expect.stringContaining('"medics" is not declared')],
    ]);
    expect(problemsOf('kind: everyone', 'leaveOut:', '  - siteGroups: [community]')).toMatchObject([
      [3, '.leaveOut[0].why', expect.stringMatching(/^why is missing/)],
    ]);
    expect(problemsOf('kind: everyone', 'only: {}', 'leaveOut:', '  - why: x')).toMatchObject([
      [2, '.only', expect.stringContaining('it names no group')],
      [4, '.leaveOut[0]', expect.stringContaining('it would leave everybody out')],
    ]);
    expect(problemsOf('kind: list', 'people: []', 'why: x')).toMatchObject([
      [2, '.people', expect.stringContaining('a list of at least one directory id')],
    ]);
  });

  it('feeds no gate where it is a list', () => {
    const text = `${asking('kind: list', 'people: [aaaaaaaa-0000-4000-8000-000000000001]', 'why: x')}`;
    const read = readProgrammeFile(text.replace(/^gates:[\s\S]*?(?=^\S)/m, gates));
    expect(read).toMatchObject({
      outcome: 'refused',
      problems: [{ message: 'pulse readiness asks people who were chosen by name: no gate is judged on it' }],
    });
  });
});

const gates = `gates:
  - id: go-live
    name: Go-live
    decidesOn: 2026-06-08
    goLiveOn: 2026-06-15
    setBy: Programme board
    why: The contract ends.
    criteria:
      - { id: c, kind: confidence, pulse: readiness, group: {} }

`;

describe('pulse preview', () => {
  let cli: CliHarness;
  beforeEach(() => {
    cli = new CliHarness();
  });
  afterEach(() => cli.remove());
  const preview = ['pulse', 'preview', '--programme', id, '--pulse', 'readiness'];

  it('says who is asked, who not and why, who could be heard, and when; with --json all of it', async () => {
    const text = asking(
      'kind: everyone',
      'leaveOut:',
      '  - cohorts: [phase 2]',
      '    why: They go live later.',
    );
    await cli.run('apply', cli.file('p.yaml', text.replace(/^gates:[\s\S]*?(?=^\S)/m, '')));
    const oid = (index: number) => `eeeeeeee-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const rows = Array.from({ length: 40 }, (_, index) => {
      const cohort = index < 4 ? 'phase 2' : 'phase 1';
      return `${oid(index)},Person ${index},nursing-and-midwifery,ZZLM01,${cohort}`;
    });
    const header = 'aad_object_id,display_name,staff_group,site,cohort';
    await cli.run('people', 'import', cli.file('p.csv', [header, ...rows].join('\n')), '--programme', id);
    const { code, out } = await cli.run(...preview, '--at', '2026-03-03T11:00:00+01:00');
    expect(code).toBe(0);
    for (const words of [
      '36 people are asked.',
      'Left out: phase 2, 4 people. They go live later.',
      'The result can speak of 1 group',
      'until Tuesday 17 March, 10:00.',
      'Messages go out on Tuesday 3 March, 10:00',
    ]) {
      expect(out).toContain(words);
    }
    expect((await cli.json(...preview, '--at', '2026-03-03T10:00:00Z')).document).toMatchObject({
      outcome: 'previewed',
      invited: 36,
      at: '2026-03-03T10:00:00.000Z',
      leftOut: [{ groups: 'phase 2', why: 'They go live later.', people: 4 }],
    });
    expect(await cli.json(...preview, '--at', 'tomorrow')).toMatchObject({ code: 2 });
    expect(await cli.json('pulse', 'preview', '--programme', id, '--pulse', 'x')).toMatchObject({
      code: 1,
      document: { outcome: 'noSuchPulse' },
    });
  });
});
