/** `soundings schema`: prints a published JSON schema, for editors and analysts. */

import { Argument, type Command } from 'commander';
import type { Act } from '../cli';
import { confidenceScoreJsonSchema } from '../export/confidence-score.schema';
import { decisionJsonSchema } from '../export/decision-row.schema';
import { issueJsonSchema } from '../export/issue-row.schema';
import { programmeJsonSchema } from '../programme-file/json-schema';
import { done } from '../report';
import { reviewJsonSchema } from '../review-file/review-file.schema';

const schemas = {
  programme: programmeJsonSchema,
  'confidence-score': confidenceScoreJsonSchema,
  decision: decisionJsonSchema,
  issue: issueJsonSchema,
  review: reviewJsonSchema,
} as const;

export function addSchema(program: Command, act: Act): void {
  program
    .command('schema')
    .addArgument(new Argument('<name>', 'which one').choices(Object.keys(schemas)))
    .description('print a published JSON schema')
    .action((name: keyof typeof schemas) =>
      act(async () => {
        const schema = schemas[name]();
        return done({ outcome: 'printed', schema }, JSON.stringify(schema, null, 2));
      }),
    );
}
