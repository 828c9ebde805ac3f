import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { confidenceScoreJsonSchema } from '../../src/cli/export/confidence-score.schema';
import { decisionJsonSchema } from '../../src/cli/export/decision-row.schema';
import { issueJsonSchema } from '../../src/cli/export/issue-row.schema';
import { programmeJsonSchema } from '../../src/cli/programme-file/json-schema';
import { reviewJsonSchema } from '../../src/cli/review-file/review-file.schema';

/** To bring one up to date: soundings schema NAME > docs/schema/NAME.schema.json */
it.each([
  ['programme', programmeJsonSchema],
  ['confidence-score', confidenceScoreJsonSchema],
  ['decision', decisionJsonSchema],
  ['issue', issueJsonSchema],
  ['review', reviewJsonSchema],
])('docs/schema/%s.schema.json says what the code reads and writes', (name, schema) => {
  const published = readFileSync(join(__dirname, `../../docs/schema/${name}.schema.json`), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(schema())));
});
