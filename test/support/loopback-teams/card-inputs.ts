/** Collects what a person entered into a card, as a Teams client does: checked first, and always as strings. */

import { isJsonObject } from './activity';
import { ClientValidationError, type InputFailure } from './client-validation-error';

type Json = Readonly<Record<string, unknown>>;

/** What a test enters, by input id; anything else keeps the value the card gave it. */
export type EnteredInputs = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * Merges the values of the inputs for an action: empty ones are left out, an untouched toggle is its "off" value.
 * @throws ClientValidationError when a required input is empty or a value breaks the input's own rules.
 * @throws Error when the test enters something into an input that the card does not have.
 */
export function collectInputs(inputs: readonly Json[], entered: EnteredInputs): Record<string, string> {
  const ids = inputs.map((input) => String(input.id));
  const unknown = Object.keys(entered).filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new Error(`The card has no input ${unknown.join(', ')}; it has ${ids.join(', ') || 'none'}`);
  }
  const values: Record<string, string> = {};
  const failures: InputFailure[] = [];
  for (const input of inputs) {
    const inputId = String(input.id);
    const value = enteredValue(input, entered[inputId]);
    const rule = brokenRule(input, value);
    if (rule !== undefined) {
      failures.push({ inputId, rule, errorMessage: textOf(input.errorMessage) });
    } else if (value !== '') {
      values[inputId] = value;
    }
  }
  if (failures.length > 0) throw new ClientValidationError(failures);
  return values;
}

function enteredValue(input: Json, entered: EnteredInputs[string] | undefined): string {
  if (input.type === 'Input.Toggle') {
    const on = textOf(input.valueOn) ?? 'true';
    const off = textOf(input.valueOff) ?? 'false';
    if (typeof entered === 'boolean') return entered ? on : off;
    return textOf(entered) ?? textOf(input.value) ?? off;
  }
  if (Array.isArray(entered)) return entered.join(',');
  return textOf(entered) ?? textOf(input.value) ?? '';
}

function brokenRule(input: Json, value: string): InputFailure['rule'] | undefined {
  const isEmpty =
    value === '' || (input.type === 'Input.Toggle' && value !== (textOf(input.valueOn) ?? 'true'));
  if (isEmpty) return input.isRequired === true ? 'isRequired' : undefined;
  if (typeof input.maxLength === 'number' && value.length > input.maxLength) return 'maxLength';
  if (typeof input.regex === 'string' && !new RegExp(input.regex).test(value)) return 'regex';
  if (input.type === 'Input.ChoiceSet' && !choicesAllow(input, value)) return 'choices';
  return brokenBound(input, value);
}

function brokenBound(input: Json, value: string): 'min' | 'max' | undefined {
  const isNumber = input.type === 'Input.Number';
  if (!isNumber && input.type !== 'Input.Date' && input.type !== 'Input.Time') return undefined;
  // Dates and times are ISO strings, whose order is the order of their text.
  const isBelow = (left: unknown, right: unknown): boolean =>
    isNumber ? !(Number(left) >= Number(right)) : String(left) < String(right);
  if (isNumber && Number.isNaN(Number(value))) return 'min';
  if (input.min !== undefined && isBelow(value, input.min)) return 'min';
  if (input.max !== undefined && isBelow(input.max, value)) return 'max';
  return undefined;
}

function choicesAllow(input: Json, value: string): boolean {
  // A dynamic set (a people picker) or a filtered one lets the service decide.
  if (input['choices.data'] !== undefined || !Array.isArray(input.choices)) return true;
  const allowed = input.choices.filter(isJsonObject).map((choice) => textOf(choice.value));
  const picked = input.isMultiSelect === true ? value.split(',') : [value];
  return picked.every((each) => allowed.includes(each));
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
