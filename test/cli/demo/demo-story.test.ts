/** What anybody who plays the demo finds, whatever the rules of disclosure make of its answers. */

import { HeadcountTally } from '../../../src/app/audience/headcount-tally';
import { openForDays, pastEndsAt, waveDays } from '../../../src/cli/demo/calendar';
import { drawAnswers } from '../../../src/cli/demo/draw-answers';
import { demoProgramme, demoStaff } from '../../../src/cli/demo/seed-demo';
import { mayAskInBudget } from '../../../src/domain/campaign/pulse-budget';
import { atomOf } from '../../../src/domain/disclosure/atom-of';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { computeRelease } from '../../../src/domain/disclosure/compute-release';
import type { GroupRow } from '../../../src/domain/disclosure/release';
import { tallyAnswers } from '../../../src/domain/disclosure/tally-answers';
import { type Day, dayOf, type Instant, plusDays } from '../../../src/domain/instant';
import type { PersonRow } from '../../../src/domain/programme/person-row';
import { openWave } from '../../../src/domain/pulse/open-wave';
import { solve } from '../../support/solver';

const today = '2026-03-04' as Day;
const story = demoProgramme(today);
const { programme, personas } = story;
const staff = demoStaff(story);
const [pulse] = programme.pulses;
if (!pulse) throw new Error('the demo has no pulse');

const cellOf = ({ site, staffGroup }: PersonRow) => ({
  siteGroup: programme.sites.find(({ odsCode }) => odsCode === site)?.siteGroup ?? '',
  staffFamily: programme.staffGroups.find(({ id }) => id === staffGroup)?.staffFamily ?? '',
});
const people = staff.map((person) => ({
  person,
  cell: cellOf(person),
  cellKey: JSON.stringify(cellOf(person)),
}));
const cells = new Map(people.map(({ person, cell }) => [person, cell]));
const counted = new HeadcountTally();
for (const one of people) counted.add(one);
const frame = buildFrame({ ...programme, cells: counted.cells });

/** Each wave's release is computed once. */
const known = new Map<number, ReturnType<typeof computeStory>>();
function releaseOf(index: number) {
  const release = known.get(index) ?? computeStory(index);
  known.set(index, release);
  return release;
}

async function computeStory(index: number) {
  const opened = openWave({
    programme,
    pulse: pulse as NonNullable<typeof pulse>,
    frame,
    unclosed: [],
    number: index + 1,
    openedBy: 'command',
    now: '2026-03-02T11:00:00.000Z' as Instant,
  });
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  const { wave } = opened;
  const drawn = drawAnswers(staff, { index, isOpen: index === 3, silent: [personas.clinician] });
  const sheets = drawn.map(({ person, answer }) => ({
    waveId: wave.waveId,
    answerKey: person.aadObjectId,
    atomId: atomOf(frame, cells.get(person) ?? { siteGroup: '', staffFamily: '' }),
    answeredOn: today,
    revision: 1,
    values: answer,
  }));
  const tallied = tallyAnswers(sheets, wave.questions);
  const {
    tables: [table],
  } = await computeRelease({ wave, ...tallied, releasedAt: wave.closesAt }, solve);
  const [total, ...rows] = table?.rows ?? [];
  return { total, rows, drawn };
}

const labelled = (rows: readonly GroupRow[], label: string) =>
  rows.filter(({ figures, atomIds }) => figures.label === label && atomIds.length === 1);
const namesBelow = (rows: readonly GroupRow[]) =>
  rows.filter(({ isBelowFloor }) => isBelowFloor).map(({ name }) => name);
const inTrouble = ['St Brannoc’s · Doctors and dentists', 'Eastern community · Nursing and midwifery'];

test.each([0, 1, 2, 3])('wave %i has an overall figure', async (index) => {
  const { total } = await releaseOf(index);
  expect(total?.figures.label).toBe('shown');
});

test('two groups lose confidence: below the floor from the third wave on, not before', async () => {
  const releases = await Promise.all([0, 1, 2, 3].map(releaseOf));
  expect(releases.map(({ rows }) => namesBelow(rows))).toEqual([[], [], inTrouble, inTrouble]);
});

test('the open wave tells “not heard yet” from “too small to show”, and the clinician is still to answer', async () => {
  const { rows, drawn } = await releaseOf(3);
  expect(labelled(rows, 'notHeardYet').length).toBeGreaterThanOrEqual(2);
  expect(labelled(rows, 'tooSmallToShow').length).toBeGreaterThanOrEqual(1);
  expect(drawn.length / staff.length).toBeGreaterThan(0.35);
  expect(drawn.length / staff.length).toBeLessThan(0.45);
  expect(drawn.some(({ person }) => person === personas.clinician)).toBe(false);
});

test('on every day of a year the open wave leaves room for another pulse today, and its second reminder is not due yet', () => {
  const foundOn = (on: Day) => {
    const waves = waveDays(on);
    const latest = waves.at(-1);
    if (!latest) throw new Error('no wave');
    const third = openForDays / 3;
    const asked = [{ openedOn: dayOf(latest.opensAt) }];
    const { remindedAt = '' } = latest;
    return {
      isOpen: latest.closesAt === undefined,
      mayAsk: mayAskInBudget(asked, { openedOn: on, isCheck: false }),
      isRemindedOnce: remindedAt > plusDays(latest.opensAt, third) && remindedAt < pastEndsAt(on),
      isRemindedTwice: plusDays(latest.opensAt, 2 * third) <= `${on}T23:59:59.999Z`,
      isAtWeekend: waves.some(({ opensAt }) => [0, 6].includes(new Date(opensAt).getUTCDay())),
      isDecidedLate: waves.some(({ opensAt, decidedAt = opensAt }) => decidedAt > latest.opensAt),
    };
  };
  const days = Array.from({ length: 366 }, (_, day) =>
    dayOf(plusDays('2026-01-01T12:00:00.000Z' as Instant, day)),
  );
  const right = {
    isOpen: true,
    mayAsk: true,
    isRemindedOnce: true,
    isRemindedTwice: false,
    isAtWeekend: false,
    isDecidedLate: false,
  };
  expect(days.map((on) => ({ on, ...foundOn(on) }))).toEqual(days.map((on) => ({ on, ...right })));
});
