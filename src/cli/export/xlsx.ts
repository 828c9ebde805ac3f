/** A table as a spreadsheet: one sheet, a frozen header, numbers as numbers. */

import type { Table } from './csv';
import { neutraliseFormula } from './neutralise-formula';

export async function xlsxOf<C extends string>({
  sheet: title,
  columns,
  rows,
}: Table<C>): Promise<Uint8Array> {
  // Loaded only here: it takes longer than everything else together.
  const { Workbook } = await import('exceljs');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map((key) => ({ header: key, key, width: Math.max(12, key.length + 2) }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map((column) => neutraliseFormula(row[column])));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
