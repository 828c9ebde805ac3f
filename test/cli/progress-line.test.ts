import { progressLine } from '../../src/cli/progress-line';

function watched(isInteractive: boolean) {
  const lines: string[] = [];
  let nowMs = 0;
  const progress = progressLine(
    { out: () => {}, err: (text) => lines.push(text), isInteractive },
    () => nowMs,
  );
  return {
    lines,
    progress,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

it('says nothing about what is done at once', () => {
  const { lines, progress } = watched(true);
  progress.update(() => '10 rows');
  progress.end();
  expect(lines).toEqual([]);
});

it('says a line every two seconds', () => {
  const { lines, progress, pass } = watched(false);
  for (let second = 1; second <= 5; second += 1) {
    pass(1_000);
    progress.update(() => `${second} rows`);
  }
  progress.end();
  expect(lines).toEqual(['2 rows\n', '4 rows\n']);
});

it('moves one line on a terminal, and leaves it', () => {
  const { lines, progress, pass } = watched(true);
  pass(2_000);
  progress.update(() => '5 rows');
  progress.end();
  progress.end();
  expect(lines).toEqual(['\r5 rows\u001b[K', '\n']);
});
