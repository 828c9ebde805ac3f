/** No line of the log leads to a person, and a line about an answer does not tell when. */

import { hourOnly } from '../src/app/ports/log';
import { createLog } from '../src/log';
import { FakeClock } from './support/fake-clock';

const written: string[] = [];
const destination = { write: (line: string) => void written.push(line) };
const log = createLog({ clock: new FakeClock('2026-03-02T10:41:07.123Z'), destination });
const lastLine = () => JSON.parse(written.at(-1) ?? '{}') as Record<string, unknown>;

test('a line has its time, level, event and fields, and those of its parent', () => {
  log.with({ correlationId: 'c1' }).info('verb', { outcome: 'answered' });
  expect(lastLine()).toEqual({
    level: 'info',
    time: '2026-03-02T10:41:07.123Z',
    correlationId: 'c1',
    outcome: 'answered',
    event: 'verb',
  });
});

test('a line about an answer tells the hour alone, also when it is about an error', () => {
  const answers = log.with({ verb: 'pulse-answer', ...hourOnly });
  answers.info('verb');
  expect(lastLine()).toEqual({
    level: 'info',
    time: '2026-03-02T10:00:00.000Z',
    verb: 'pulse-answer',
    event: 'verb',
  });
  answers.with({ outcome: 'failed' }).error('verb.failed', new Error('x'));
  expect(lastLine().time).toBe('2026-03-02T10:00:00.000Z');
});

test('an error is its class, its code and our own frames; what it says stays out', () => {
  const error = Object.assign(new TypeError('Ada Nurse typed\n    at secret (src/secret.ts:1:1)'), {
    code: 'E_ODD',
    cause: Object.assign(new Error('Ada again'), { code: 503 }),
  });
  log.error('store.failed', error, { correlationId: 'c2' });
  const line = lastLine();
  expect(line).toEqual(
    expect.objectContaining({ error: 'TypeError', code: 'E_ODD', cause: 'Error', causeCode: '503' }),
  );
  expect(written.at(-1)).not.toMatch(/Ada|typed|secret/);
});

test('our own frames are named by file and line', () => {
  let caught: unknown;
  try {
    createLog({ clock: undefined as never }).info('x');
  } catch (error) {
    caught = error;
  }
  log.error('failed', caught);
  expect(lastLine().at).toMatch(/^src\/log\.ts:\d+( < src\/log\.ts:\d+)*/);
});

test.each([[undefined], ['Ada'], [{ message: 'Ada' }], [null]])(
  'something thrown that is no error (%j) is reduced too',
  (thrown) => {
    log.error('failed', thrown);
    expect(written.at(-1)).not.toContain('Ada');
    expect(lastLine().error).toMatch(/^thrown /);
  },
);

test('fields that could name or quote a person are withheld, whoever writes them', () => {
  log.info('x', {
    displayName: 'Ada',
    text: 'help',
    personId: 'p1',
    answer: '5',
    aadObjectId: 'a1',
    outcome: 'done',
  });
  expect(written.at(-1)).not.toMatch(/Ada|help|p1|a1/);
  expect(lastLine()).toEqual(expect.objectContaining({ displayName: '[withheld]', outcome: 'done' }));
});
