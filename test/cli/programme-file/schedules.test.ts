import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProgrammeFile } from '../../../src/cli/programme-file/read-programme-file';

const example = readFileSync(join(__dirname, '../../../docs/examples/programme.yaml'), 'utf8');
const line = /^ {4}schedule: .*$/m;
const lineNumber = example.slice(0, example.search(line)).split('\n').length;
/** The example with another schedule, and what else is to be another. */
const withSchedule = (written: string, change: (text: string) => string = (text) => text) =>
  readProgrammeFile(change(example.replace(line, `    schedule: ${written}`)));
const scheduleOf = (written: string) => {
  const result = withSchedule(written, (text) => text.replace('openForDays: 14', 'openForDays: 1'));
  return result.outcome === 'read' ? result.programme.pulses[0]?.schedule : result.problems;
};
const problemsOf = (...given: Parameters<typeof withSchedule>) => {
  const result = withSchedule(...given);
  return result.outcome === 'refused'
    ? result.problems.map(({ path, line: at, message, remedy }) => ({
        path,
        at,
        words: `${message}. ${remedy}`,
      }))
    : [];
};

it.each([
  [
    '{ every: 2 weeks, on: tuesday, at: "10:00", from: 2026-05-01, until: go-live }',
    { kind: 'weekly', everyWeeks: 2, weekday: 2, at: '10:00', from: '2026-05-01', until: 'go-live' },
  ],
  [
    '{ every: week, on: sunday, at: 10:00, from: train }',
    { kind: 'weekly', everyWeeks: 1, weekday: 7, at: '10:00', from: 'train' },
  ],
  [
    '{ every: 3 days, at: "10:00", from: go-live, until: 2026-07-01 }',
    { kind: 'daily', everyDays: 3, at: '10:00', from: 'go-live', until: '2026-07-01' },
  ],
  ['{ once: 2026-12-01, at: "10:00" }', { kind: 'once', on: '2026-12-01', at: '10:00' }],
  ['{ once: go-live, at: "08:30" }', { kind: 'once', on: 'go-live', at: '08:30' }],
])('reads %s', (written, expected) => {
  expect(scheduleOf(written)).toEqual(expected);
});

it.each([
  ['{ every: 2 weeks, at: "10:00", from: train }', 'on', 'on is missing'],
  [
    '{ every: 3 days, on: monday, at: "10:00", from: train }',
    'on',
    'on does not go with an interval in days',
  ],
  ['{ every: 4 weeks, on: monday, at: "10:00" }', 'from', 'from is missing'],
  ['{ at: "10:00", from: train }', 'every', 'every is missing'],
  ['{ once: go-live, at: "10:00", until: go-live }', 'until', 'until does not go with once'],
  ['{ every: 60 weeks, on: monday, at: "10:00", from: train }', 'every', '"60 weeks" is too long'],
  [
    '{ every: fortnight, on: monday, at: "10:00", from: train }',
    'every',
    'is not an interval such as 2 weeks',
  ],
  ['{ every: 4 weeks, on: mondays, at: "10:00", from: train }', 'on', 'is not a day of the week'],
  ['{ every: 4 weeks, on: monday, at: "25:00", from: train }', 'at', 'is not a local time'],
  ['{ every: 4 weeks, on: monday, at: "10:00", from: 2026-02-30 }', 'from', 'is not a day'],
  ['{ every: 4 weeks, on: monday, at: "10:00", from: test }', 'from', 'the programme has no stage "test"'],
  ['{ every: 4 weeks, on: monday, at: "10:00", from: go-live, until: train }', 'until', 'it would never run'],
  ['{ every: 4 weeks, on: monday, at: "10:00", from: 2026-05-05, until: 2026-05-10 }', 'until', 'never run'],
  [
    '{ every: 4 weeks, on: monday, at: "10:00", from: train, untill: go-live }',
    'untill',
    'Did you mean "until"?',
  ],
])('refuses %s at its line', (written, key, words) => {
  const found = problemsOf(written);
  expect(found).toEqual([
    { path: `pulses[0].schedule.${key}`, at: lineNumber, words: expect.stringContaining(words) },
  ]);
});

it('refuses waves that would still be open when the next one opens', () => {
  const found = problemsOf('{ every: 2 weeks, on: monday, at: "10:00", from: train }');
  expect(found).toEqual([
    {
      path: 'pulses[0].openForDays',
      at: expect.any(Number),
      words: expect.stringContaining('in the way of the next one, 14 days later'),
    },
  ]);
});

describe('a check after go-live', () => {
  const asCheck = (text: string) =>
    text
      .replace('openForDays: 14', 'openForDays: 1\n    isCheck: true')
      .replace(/ {6}# From docs[\s\S]*?(?=\n\n)/, '')
      .replace(/\n\s*\n(?=# People from)/, '\n\n');

  it('has one question, and comes every third day for four weeks', () => {
    const read = withSchedule('{ every: 3 days, at: "10:00", from: go-live, until: 2026-07-12 }', asCheck);
    expect(read).toMatchObject({ programme: { pulses: [{ isCheck: true, questions: [{}] }] } });
  });

  it('is refused with more questions, more often, or for longer', () => {
    const twoQuestions = (text: string) =>
      text.replace('openForDays: 14', 'openForDays: 1\n    isCheck: true');
    const schedule = '{ every: 3 days, at: "10:00", from: go-live, until: 2026-07-12 }';
    expect(problemsOf(schedule, twoQuestions)).toMatchObject([
      { path: 'pulses[0].questions', words: expect.stringContaining('asks one question, not 3') },
    ]);
    expect(problemsOf(schedule.replace('3 days', '2 days'), asCheck)).toMatchObject([
      { path: 'pulses[0].schedule.every', words: expect.stringContaining('at most every 3 days') },
    ]);
    expect(problemsOf(schedule.replace('07-12', '07-13'), asCheck)).toMatchObject([
      { path: 'pulses[0].schedule.until', words: expect.stringContaining('end on 2026-07-12') },
    ]);
    expect(problemsOf(schedule.replace(', until: 2026-07-12', ''), asCheck)).toMatchObject([
      { path: 'pulses[0].schedule', words: expect.stringContaining('end on 2026-07-12') },
    ]);
  });
});
