/** Confidence scores as CSV: a byte order mark so that Excel reads UTF-8, CRLF, an empty cell for a figure not shown. */

import { stringify } from 'csv-stringify/sync';
import type { ConfidenceScore } from '../../domain/score/confidence-score';
import { scoreColumns } from './confidence-score.schema';
import { neutraliseFormula } from './neutralise-formula';

export function csvOf(scores: readonly ConfidenceScore[]): string {
  const rows = scores.map((score) => scoreColumns.map((column) => neutraliseFormula(score[column])));
  return stringify([[...scoreColumns], ...rows], {
    bom: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => String(value) },
  });
}
