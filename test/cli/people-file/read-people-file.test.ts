import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { SourceRow } from '../../../src/app/people/import-people.use-case';
import { openPeopleFile } from '../../../src/cli/people-file/read-people-file';
import { temporaryFolder } from '../../support/embedded';

const folder = temporaryFolder();
const path = join(folder.path, 'people.csv');
afterAll(() => folder.remove());

const header = 'aad_object_id,display_name,staff_group,site';
async function read(content: string | Buffer): Promise<SourceRow[]> {
  writeFileSync(path, content);
  const opened = await openPeopleFile(path);
  if (opened.outcome === 'refused') throw new Error(opened.problems.join());
  const rows: SourceRow[] = [];
  for await (const row of opened.rows) rows.push(row);
  return rows;
}
async function refusalOf(content: string | Buffer): Promise<readonly string[]> {
  writeFileSync(path, content);
  const opened = await openPeopleFile(path);
  return opened.outcome === 'refused' ? opened.problems : [];
}
const nia = { aadObjectId: 'id-1', displayName: 'Fernwick, Nia', staffGroup: 'nurses', site: 'ZZ01' };

describe('a people file', () => {
  it.each([
    ['as it is', `${header}\nid-1,"Fernwick, Nia",nurses,ZZ01\n`],
    ['with a byte order mark', `\uFEFF${header}\nid-1,"Fernwick, Nia",nurses,ZZ01\n`],
    ['with CRLF', `${header}\r\nid-1,"Fernwick, Nia",nurses,ZZ01\r\n`],
    ['with CR', `${header}\rid-1,"Fernwick, Nia",nurses,ZZ01\r`],
    ['without an end of line', `${header}\nid-1,"Fernwick, Nia",nurses,ZZ01`],
    [
      'with capital letters and spaces in the header',
      ` AAD_Object_Id ,Display_Name,STAFF_GROUP,site\nid-1,"Fernwick, Nia",nurses,ZZ01`,
    ],
  ])('is read %s', async (_what, content) => {
    expect(await read(content)).toEqual([{ line: 2, row: nia }]);
  });

  it('may order its columns freely and quote its quotes', async () => {
    const rows = await read(
      'site,trained_on,display_name,staff_group,aad_object_id\nZZ01,2026-01-05,"Nia ""Nye"" F",n,id-1\n',
    );
    expect(rows).toEqual([
      {
        line: 2,
        row: {
          aadObjectId: 'id-1',
          displayName: 'Nia "Nye" F',
          staffGroup: 'n',
          site: 'ZZ01',
          trainedOn: '2026-01-05',
        },
      },
    ]);
  });

  it('counts lines as an editor does, also where some are empty', async () => {
    const rows = await read(`${header}\n\nid-1,a,n,ZZ01\n   \nid-2,b,n,ZZ01\n`);
    expect(rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('keeps its line numbers past one batch', async () => {
    const lines = Array.from({ length: 1_700 }, (_, index) =>
      index === 1_234 ? 'torn "line' : `id-${index},a,n,ZZ01`,
    );
    const rows = await read([header, ...lines].join('\r\n'));
    expect(rows).toHaveLength(1_700);
    expect(rows.filter((row) => 'unreadable' in row).map(({ line }) => line)).toEqual([1_236]);
    expect(rows.at(-1)).toMatchObject({ line: 1_701, row: { aadObjectId: 'id-1699' } });
  });
});

describe('a header is refused', () => {
  it.each([
    [
      'when a column is missing',
      'aad_object_id,display_name,site',
      ['the column staff_group is missing: add it to the first line'],
    ],
    [
      'when a column is misspelt',
      `${header},traned_on`,
      ['column 5 "traned_on" is not known: did you mean "trained_on"?'],
    ],
    [
      'when a column is unknown',
      `${header},salary`,
      [expect.stringContaining('column 5 "salary" is not known: remove it')],
    ],
    [
      'when a column comes twice',
      `${header},site`,
      ['column 5 repeats "site" of column 4: remove one of the two'],
    ],
    ['when a column has no name', `${header},`, ['column 5 has no name: name it or remove it']],
    ['with semicolons', header.replaceAll(',', ';'), [expect.stringContaining('separated by semicolons')]],
    ['with tabs', header.replaceAll(',', '\t'), [expect.stringContaining('separated by tabs')]],
    ['when the file is empty', '', [expect.stringContaining('the file is empty')]],
    ['when its quotes do not match', '"aad_object_id,display_name', [expect.stringContaining('quotes')]],
  ])('%s', async (_what, content, problems) => {
    expect(await refusalOf(content)).toEqual(problems);
  });

  it('when the file is UTF-16, as some spreadsheets save it', async () => {
    expect(await refusalOf(Buffer.from(`\uFEFF${header}\n`, 'utf16le'))).toEqual([
      expect.stringContaining('not UTF-8'),
    ]);
  });
});

describe('a bad line', () => {
  it.each([
    ['too few cells', 'id-1,a', 'it has 2 cells where the header has 4'],
    ['too many cells', 'id-1,a,b,c,d', 'it has 5 cells where the header has 4'],
    ['an open quote', 'id-1,"a,n,ZZ01', 'the quotes do not match, or a cell holds a line break'],
    ['a quote inside', 'id-1,a"b"c,n,ZZ01', 'the quotes do not match, or a cell holds a line break'],
  ])('with %s is reported, and the next is read', async (_what, line, reason) => {
    expect(await read(`${header}\n${line}\nid-1,"Fernwick, Nia",nurses,ZZ01\n`)).toEqual([
      { line: 2, unreadable: reason },
      { line: 3, row: nia },
    ]);
  });

  it('in another encoding is reported, and the next is read', async () => {
    const content = Buffer.concat([
      Buffer.from(`${header}\nid-0,Ren`),
      Buffer.from([0xe9]),
      Buffer.from(',n,ZZ01\nid-1,"Fernwick, Nia",nurses,ZZ01\n'),
    ]);
    expect(await read(content)).toEqual([
      { line: 2, unreadable: expect.stringContaining('UTF-8') },
      { line: 3, row: nia },
    ]);
  });

  it('never spoils another, whatever it holds', async () => {
    const garbage = fc
      .oneof(fc.string(), fc.stringMatching(/^[",;\\ab ]{0,12}$/))
      .filter((text) => !/[\r\n]/.test(text));
    const good = 'id-1,"Fernwick, Nia",nurses,ZZ01';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(garbage, { nil: undefined }), { maxLength: 12 }), async (lines) => {
        const rows = await read([header, ...lines.map((line) => line ?? good)].join('\n'));
        const readable = new Map(rows.map((row) => [row.line, row]));
        lines.forEach((line, index) => {
          if (line === undefined) expect(readable.get(index + 2)).toEqual({ line: index + 2, row: nia });
        });
      }),
      { numRuns: 60 },
    );
  });
});
