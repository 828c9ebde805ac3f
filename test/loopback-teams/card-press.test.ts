/** A press sends what a Teams client would send, or is refused where a client would refuse it. */

import type { Card } from '../../src/app/ports/messenger';
import type { EnteredInputs } from '../support/loopback-teams/card-inputs';
import { pressAction } from '../support/loopback-teams/card-press';
import { ClientValidationError } from '../support/loopback-teams/client-validation-error';

const execute = (title: string, more: object = {}) => ({
  type: 'Action.Execute',
  title,
  verb: 'save',
  ...more,
});
const text = (id: string, more: object = {}) => ({
  type: 'Input.Text',
  id,
  errorMessage: `${id} is wrong`,
  ...more,
});
const card = (body: object[], actions: object[] = [execute('Save')]): Card => ({
  type: 'AdaptiveCard',
  body,
  actions,
});

const dataOf = (sent: Card, title = 'Save', entered?: EnteredInputs) =>
  pressAction(sent, { title }, entered).data;

test.each([
  ['in the card', card([], [execute('Save')])],
  ['in an action set', card([{ type: 'ActionSet', actions: [execute('Save')] }], [])],
  [
    'in a column',
    card(
      [{ type: 'ColumnSet', columns: [{ items: [{ type: 'ActionSet', actions: [execute('Save')] }] }] }],
      [],
    ),
  ],
  ['on a container', card([{ type: 'Container', items: [], selectAction: execute('Save') }], [])],
  ['on a column', card([{ type: 'ColumnSet', columns: [{ items: [], selectAction: execute('Save') }] }], [])],
  [
    'in a table',
    card([{ type: 'Table', rows: [{ cells: [{ items: [], selectAction: execute('Save') }] }] }], []),
  ],
  ['on an input', card([text('note', { inlineAction: execute('Save') })], [])],
  ['in a ShowCard', card([], [{ type: 'Action.ShowCard', title: 'More', card: card([]) }])],
])('finds a button %s', (_where, sent) => {
  expect(pressAction(sent, { title: 'Save' })).toEqual({ type: 'Action.Execute', verb: 'save', data: {} });
});

test('does not find a button that a person cannot press', () => {
  const hidden = {
    type: 'Container',
    isVisible: false,
    items: [{ type: 'ActionSet', actions: [execute('Hidden')] }],
  };
  const sent = card(
    [hidden],
    [execute('Off', { isEnabled: false }), { type: 'Action.OpenUrl', title: 'Link' }],
  );
  for (const title of ['Hidden', 'Off', 'Link', 'Absent']) {
    expect(() => pressAction(sent, { title })).toThrow('0 buttons match');
  }
});

test('tells two buttons of a verb apart by title, id or data, and refuses to guess', () => {
  const sent = card(
    [],
    [execute('1', { id: 'one', data: { value: 1 } }), execute('2', { id: 'two', data: { value: 2 } })],
  );
  expect(() => pressAction(sent, { verb: 'save' })).toThrow('2 buttons match');
  expect(pressAction(sent, { title: '2' }).id).toBe('two');
  expect(pressAction(sent, { id: 'one' }).data).toEqual({ value: 1 });
  expect(pressAction(sent, { verb: 'save', data: { value: 2 } }).id).toBe('two');
});

test('sends every input as text over the data of the action, and leaves empty ones out', () => {
  const sent = card(
    [
      text('kept', { value: 'as it was' }),
      text('typed'),
      text('empty'),
      { type: 'Input.Number', id: 'count', value: 3 },
      { type: 'Input.Toggle', id: 'untouched', title: 't' },
      { type: 'Input.Toggle', id: 'on', title: 't', valueOn: 'yes', valueOff: 'no' },
      { type: 'Input.ChoiceSet', id: 'one', choices: [{ title: 'A', value: 'a' }] },
      {
        type: 'Input.ChoiceSet',
        id: 'many',
        isMultiSelect: true,
        choices: ['a', 'b', 'c'].map((value) => ({ title: value, value })),
      },
    ],
    [execute('Save', { data: { wave: 'w1', typed: 'overwritten' } })],
  );
  const entered = { typed: 'hello', on: true, many: ['a', 'c'] };
  expect(dataOf(sent, 'Save', entered)).toEqual({
    wave: 'w1',
    kept: 'as it was',
    typed: 'hello',
    count: '3',
    untouched: 'false',
    on: 'yes',
    many: 'a,c',
  });
});

test('sends the inputs of a ShowCard with those around it, and not with the buttons around it', () => {
  const inner = card([text('inner', { value: 'i' })], [execute('Inner')]);
  const sent = card(
    [text('outer', { value: 'o' })],
    [execute('Outer'), { type: 'Action.ShowCard', title: 'More', card: inner }],
  );
  expect(dataOf(sent, 'Inner')).toEqual({ outer: 'o', inner: 'i' });
  expect(dataOf(sent, 'Outer')).toEqual({ outer: 'o' });
});

test('neither sends nor checks inputs for an action that takes none', () => {
  const sent = card([text('note', { isRequired: true })], [execute('Skip', { associatedInputs: 'none' })]);
  expect(dataOf(sent, 'Skip')).toEqual({});
});

const choices = [{ title: 'A', value: 'a' }];
test.each<[string, object, EnteredInputs, string]>([
  ['a required text that is empty', text('x', { isRequired: true }), {}, 'isRequired'],
  ['a required toggle that is off', { type: 'Input.Toggle', id: 'x', isRequired: true }, {}, 'isRequired'],
  ['a text against its pattern', text('x', { regex: '^[0-9]+$' }), { x: 'ten' }, 'regex'],
  ['a text that is too long', text('x', { maxLength: 3 }), { x: 'four' }, 'maxLength'],
  ['a number below its minimum', { type: 'Input.Number', id: 'x', min: 1 }, { x: 0 }, 'min'],
  ['a number above its maximum', { type: 'Input.Number', id: 'x', max: 5 }, { x: 6 }, 'max'],
  ['a number that is none', { type: 'Input.Number', id: 'x' }, { x: 'many' }, 'min'],
  [
    'a date before its minimum',
    { type: 'Input.Date', id: 'x', min: '2026-03-01' },
    { x: '2026-02-28' },
    'min',
  ],
  ['a time after its maximum', { type: 'Input.Time', id: 'x', max: '17:00' }, { x: '17:01' }, 'max'],
  ['a choice that is not offered', { type: 'Input.ChoiceSet', id: 'x', choices }, { x: 'b' }, 'choices'],
])('keeps %s from being sent', (_what, input, entered, rule) => {
  const sent = card([{ ...input, errorMessage: 'Please check this' }]);
  expect.assertions(2);
  try {
    dataOf(sent, 'Save', entered);
  } catch (error) {
    expect(error).toBeInstanceOf(ClientValidationError);
    expect((error as ClientValidationError).failures).toEqual([
      { inputId: 'x', rule, errorMessage: 'Please check this' },
    ]);
  }
});

test('lets a people picker hold anybody, and optional inputs be empty', () => {
  const picker = { type: 'Input.ChoiceSet', id: 'who', choices: [], 'choices.data': { type: 'Data.Query' } };
  const sent = card([picker, text('note', { regex: '^x$' }), { type: 'Input.Number', id: 'count', min: 1 }]);
  expect(dataOf(sent, 'Save', { who: 'somebody' })).toEqual({ who: 'somebody' });
});

test('does not let a test type into an input that the card does not have', () => {
  expect(() => dataOf(card([text('note')]), 'Save', { nose: 'x' })).toThrow('no input nose');
});
