/** The benchmark of the release measures what it says, and fails where a bar is missed. */

import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { storeFileIn, temporaryFolder } from '../../support/embedded';
import { measureRelease } from './measure-release';
import { barsMissed } from './release-bars';
import { peopleOf } from './release-people';
import { cellsOf, frameInputOf, type ReleaseShape, releaseShapes } from './release-shape';
import { seedRelease } from './seed-release';

const small: ReleaseShape = {
  name: 'small',
  sites: 4,
  staffGroups: 4,
  questions: 2,
  answers: 500,
  isStored: true,
};

it('writes five hundred answers to a file and releases them from it, with no table in fallback', async () => {
  const folder = temporaryFolder();
  const file = storeFileIn(folder);
  await seedRelease(small, file);
  const stored = await measureRelease(small, file);
  folder.remove();
  expect(stored).toMatchObject({ tables: 2, fallbacks: 0 });
  expect(stored.atomsPublished).toBeGreaterThan(stored.atoms / 2);
  const {
    seconds: _seconds,
    solverSeconds: _solver,
    ...inMemory
  } = await measureRelease({ ...small, isStored: false }, '');
  expect(stored).toMatchObject(inMemory);
});

it.each(releaseShapes.slice(0, 2))(
  'invents exactly $answers people who answer, in cells large enough for them',
  (shape) => {
    const cells = cellsOf(shape);
    expect(cells).toHaveLength(shape.sites * shape.staffGroups);
    expect(cells.every(({ answers, headcount }) => answers <= headcount)).toBe(true);
    const people = [...peopleOf(shape, cells, buildFrame(frameInputOf(shape, cells)), String)];
    expect(people.length).toBeGreaterThan(2 * shape.answers);
    const sheets = people.flatMap(({ sheet }) => sheet ?? []);
    expect(sheets).toHaveLength(shape.answers);
    expect(new Set(sheets.map(({ answerKey }) => answerKey)).size).toBe(shape.answers);
  },
);

it('names each bar that is missed, and none that is met exactly', () => {
  const met = { seconds100k: 10, secondsWide: 60, peakRssMb: 300, fallbacks100k: 0 };
  expect(barsMissed(met)).toEqual([]);
  expect(barsMissed({ ...met, seconds100k: 10.1, fallbacks100k: 1 })).toEqual([
    'seconds100k is 10.1: the bar is 10',
    'fallbacks100k is 1: the bar is 0',
  ]);
  expect(barsMissed({ ...met, peakRssMb: Number.NaN })).toHaveLength(1);
});
