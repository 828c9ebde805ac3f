import { parse } from 'csv-parse/sync';
import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { confidenceScore, scoreColumns } from '../../../src/cli/export/confidence-score.schema';
import { csvOf } from '../../../src/cli/export/csv';
import { neutraliseFormula } from '../../../src/cli/export/neutralise-formula';
import { xlsxOf } from '../../../src/cli/export/xlsx';
import { aScore } from '../../support/score-sample';

const attack = aScore({ groupName: '=HYPERLINK("http://x","y")', programmeName: '@SUM(1)', mean: null });
const scores = { name: 'scores', sheet: 'Confidence', columns: scoreColumns, rows: [attack] };

describe('the published schema of a score', () => {
  it('accepts what is released, and what may not be shown', () => {
    const nothing = {
      n: null,
      favourableShare: null,
      intervalLower: null,
      intervalUpper: null,
      netAgreement: null,
      mean: null,
      responsePercent: null,
    };
    for (const score of [
      aScore(),
      aScore({ label: 'notHeardYet', ...nothing }),
      aScore({ label: 'band', band: 'atMost20' }),
    ]) {
      expect(confidenceScore.parse(score)).toEqual(score);
    }
  });

  it('refuses a field that is not published', () => {
    expect(confidenceScore.safeParse({ ...aScore(), personId: 'p' }).success).toBe(false);
  });
});

describe('CSV', () => {
  it('has a column for every field, numbers as they are, empty cells for what is not shown', () => {
    const [row] = parse(csvOf(scores), { bom: true, columns: true }) as Record<string, string>[];
    expect(Object.keys(row ?? {})).toEqual(scoreColumns);
    expect(row).toMatchObject({
      netAgreement: '-12',
      favourableShare: '0.4',
      mean: '',
      isBelowFloor: 'true',
      visible: 'true',
    });
  });

  it('holds no formula', () => {
    const [row] = parse(csvOf(scores), { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ groupName: `'=HYPERLINK("http://x","y")`, programmeName: "'@SUM(1)" });
  });

  it('begins so that a spreadsheet reads it as UTF-8', () => {
    expect(csvOf({ columns: scoreColumns, rows: [] })).toBe(`\uFEFF${scoreColumns.join(',')}\r\n`);
  });
});

it('a spreadsheet has the same, numbers as numbers and no formula', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load((await xlsxOf(scores)).buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('Confidence');
  const cell = (name: string) => sheet?.getRow(2).getCell(scoreColumns.indexOf(name as never) + 1).value;
  expect(cell('netAgreement')).toBe(-12);
  expect(cell('isBelowFloor')).toBe(true);
  expect(cell('mean')).toBeNull();
  expect(cell('groupName')).toBe(`'=HYPERLINK("http://x","y")`);
});

it('neutralises every text that could begin a formula, and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const out = String(neutraliseFormula(text));
      expect(out).not.toMatch(/^\s*[=+\-@]/);
      if (!/^\s*[=+\-@\t\r＝＋－＠]/.test(text)) expect(out).toBe(text);
    }),
  );
  for (const start of ['=', '+', '-', '@', '\t=', ' =', '＝'])
    expect(neutraliseFormula(`${start}1`)).toBe(`'${start}1`);
  expect(neutraliseFormula(-12)).toBe(-12);
});
