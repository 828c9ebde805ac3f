/** The fields of a card that sets something up a step at a time, as their templates repeat them. */

import { z } from 'zod';
import { line } from './subject';

const input = { id: line, label: line, value: z.string() };
const choices = z.array(z.strictObject({ title: line, value: line }));
const text = z.array(z.strictObject({ ...input, maxLength: z.number() }));

export const choiceField = z.array(z.strictObject({ ...input, choices }));

/** Of each kind none or one. */
export const formShape = {
  short: text,
  long: text,
  one: z.array(z.strictObject({ ...input, choices, choose: line })),
  many: choiceField,
  day: z.array(z.strictObject(input)),
};
