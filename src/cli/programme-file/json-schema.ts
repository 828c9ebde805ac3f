/** The published schema of a programme file, made from the one that reads it. */

import { z } from 'zod';
import { bankReference, programmeFile, question } from './programme-file.schema';

export type JsonSchema = {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
};

/** JSON Schema 2020-12 of what may be written, as editors use it. */
export function programmeJsonSchema(): JsonSchema {
  return {
    title: 'Soundings programme',
    ...z.toJSONSchema(programmeFile, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        if (zodSchema === question) jsonSchema.oneOf = [...(jsonSchema.oneOf ?? []), referenceSchema()];
      },
    }),
  } as JsonSchema;
}

function referenceSchema() {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(bankReference, { io: 'input' });
  return schema;
}
