/** A programme is in the stage that began last. */

import type { Day } from '../../../src/domain/instant';
import type { Stage } from '../../../src/domain/programme/programme';
import { stageOn } from '../../../src/domain/programme/stage-on';

const stage = (name: Stage['name'], startsOn: string): Stage => ({
  name,
  startsOn: startsOn as Day,
  setBy: 'Programme board',
  why: 'Plan',
});

it.each([
  ['2026-08-31', 'unstaged'],
  ['2026-09-01', 'train'],
  ['2027-01-17', 'train'],
  ['2027-01-18', 'go-live'],
])('on %s it is %s', (day, expected) => {
  const stages = [stage('go-live', '2027-01-18'), stage('train', '2026-09-01')];
  expect(stageOn({ stages }, day as Day)).toBe(expected);
});
