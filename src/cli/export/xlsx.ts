/** Confidence scores as a spreadsheet: one sheet, a frozen header, numbers as numbers. */

import type { ConfidenceScore } from '../../domain/score/confidence-score';
import { scoreColumns } from './confidence-score.schema';
import { neutraliseFormula } from './neutralise-formula';

export async function xlsxOf(scores: readonly ConfidenceScore[]): Promise<Uint8Array> {
  // Loaded only here: it takes longer than everything else together.
  const { Workbook } = await import('exceljs');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Confidence', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = scoreColumns.map((key) => ({ header: key, key, width: Math.max(12, key.length + 2) }));
  sheet.getRow(1).font = { bold: true };
  for (const score of scores) sheet.addRow(scoreColumns.map((column) => neutraliseFormula(score[column])));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
