/** `soundings people codes`: codes go into a new file for one reader, and nowhere else. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAccessCode } from '../../src/domain/assist/access-code';
import { CliHarness } from './cli-harness';

const example = readFileSync(join(__dirname, '../../docs/examples/programme.yaml'), 'utf8');
const people = `reference,display_name,staff_group,site
P-1,Pat Porter,staff-nurse,NOWHERE
P-2,"=cmd|' /C calc'!A0",nursing-and-midwifery,ZZLM01
P-3,Dora Domestic,nursing-and-midwifery,ZZLM01
p-3 ,Dora Domestic,nursing-and-midwifery,ZZLM01
`;

describe('people codes', () => {
  const cli = new CliHarness();
  afterAll(() => cli.remove());
  const file = () => cli.file('no-teams.csv', people);
  const codes = (out: string, ...more: readonly string[]) =>
    cli.run('people', 'codes', file(), '--programme', 'larkmere-epr', '--out', cli.path(out), ...more);
  const written = (out: string) => readFileSync(cli.path(out), 'utf8').trim().split('\r\n').slice(1);

  it('tells each code once: in the file, which only its owner may read and which is never written over', async () => {
    expect((await codes('codes.csv')).err).toContain('there is no such programme');
    await cli.run('apply', cli.file('programme.yaml', example));
    const first = await codes('codes.csv');
    expect(first.code).toBe(2);
    expect(first.err).toContain('no-teams.csv:2 ');
    expect(first.err).toContain('no-teams.csv:5 the same reference stands on line 4');
    expect(statSync(cli.path('codes.csv')).mode & 0o777).toBe(0o600);
    const lines = written('codes.csv').sort();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^P-2,'=cmd/);
    const told = lines.map((line) => line.split(',').at(-1) ?? '');
    for (const code of told) {
      expect(readAccessCode(code)).toBeDefined();
      expect(first.out + first.err).not.toContain(code);
    }
    const over = await codes('codes.csv');
    expect(over).toMatchObject({ code: 2, err: expect.stringContaining('there is such a file already') });

    const again = await codes('again.csv');
    expect(again.err).toContain('2 have a code already and keep it');
    expect(written('again.csv')).toEqual([]);
    expect((await codes('renewed.csv', '--renew')).err).toContain('renewed.csv: 2 codes, told nowhere else');
    for (const line of written('renewed.csv')) expect(told.some((code) => line.includes(code))).toBe(false);
  });

  it('wants a reference column, and no directory ids', async () => {
    const wrong = cli.file('wrong.csv', 'aad_object_id,display_name,staff_group,site\n');
    const refused = await cli.run('people', 'codes', wrong, '--programme', 'x', '--out', cli.path('no.csv'));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('the column reference is missing');
  });
});
