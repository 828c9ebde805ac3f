/** The published schema of a programme file, made from the one that reads it. */

import { z } from 'zod';
import { programmeFile } from './programme-file.schema';

export type JsonSchema = {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly oneOf?: readonly JsonSchema[];
};

/** JSON Schema 2020-12 of what may be written, as editors use it. */
export function programmeJsonSchema(): JsonSchema {
  return {
    title: 'Soundings programme',
    ...z.toJSONSchema(programmeFile, { io: 'input' }),
  } as JsonSchema;
}
