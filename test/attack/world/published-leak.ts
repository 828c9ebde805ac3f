/** A breakdown as one trust published it: units add up to 2,017 answers, staff groups to 2,013, the small ones left out. */

import { atomOf } from '../../../src/domain/disclosure/atom-of';
import { type AtomId, asId, type QuestionId } from '../../../src/domain/ids';
import type { AnswerValue, Point, Question } from '../../../src/domain/pulse/question';
import type { Frame } from '../../../src/domain/pulse/wave';
import { type DrawnPerson, type DrawnWave, frameOf } from './draw-programme';
import type { ProgrammeShape, ShapePerson } from './programme-shape';

const units = Array.from({ length: 9 }, (_, index) => `unit${index}`);
const staffGroups = ['nurses', 'doctors', 'therapists', 'support', 'clerks', 'estates', 'scientists'];
const question: Question = { id: asId<QuestionId>('q1'), text: 'Question number 1?', kind: 'confidence' };

/** 2,013 answers of 5,100 people in six staff groups, 4 of 30 in the seventh. */
export function publishedLeak(): {
  readonly shape: ProgrammeShape;
  readonly people: readonly AnsweringPerson[];
} {
  const people = Array.from({ length: 5130 }, (_, index): AnsweringPerson => {
    const isSmall = index >= 5100;
    const answers = isSmall ? index < 5104 : index < 2013;
    return {
      id: `p${index}`,
      siteGroup: units[isSmall ? index % 4 : index % units.length] ?? '',
      staffFamily: staffGroups[isSmall ? 6 : Math.floor(index / units.length) % 6] ?? '',
      said: answers ? { q1: { kind: 'point', point: (1 + ((index * 7) % 5)) as Point } } : {},
    };
  });
  const shape: ProgrammeShape = {
    name: 'published leak',
    minimumGroupSize: 11,
    confidenceFloor: 0.6,
    people,
    siteGroups: units,
    staffFamilies: staffGroups,
    waves: 1,
    questions: 1,
    movers: 0,
    response: 0.4,
    responseSpread: 0,
    quietShare: 0,
    skew: 0,
  };
  return { shape, people };
}

type AnsweringPerson = ShapePerson & { readonly said: Readonly<Record<string, AnswerValue>> };

/** As it was published: every unit crossed with every staff group, whatever its size, and only the sums are printed. */
export function unmergedWave(people: readonly AnsweringPerson[]): DrawnWave {
  const atomIdOf = (person: ShapePerson) => asId<AtomId>(`${person.siteGroup}.${person.staffFamily}`);
  const atoms = new Map<string, Frame['atoms'][number]>();
  for (const person of people) {
    const id = atomIdOf(person);
    const { siteGroup, staffFamily } = person;
    const headcount = (atoms.get(id)?.headcount ?? 0) + 1;
    atoms.set(id, { id, name: id, cells: [{ siteGroup, staffFamily }], headcount });
  }
  return {
    waveId: 'w1',
    questions: [question],
    frame: { atoms: [...atoms.values()] },
    people: people.map((person): DrawnPerson => ({ ...person, atomId: atomIdOf(person) })),
  };
}

/** The same people in the frame that the product builds. */
export function mergedWave(shape: ProgrammeShape, people: readonly AnsweringPerson[]): DrawnWave {
  const frame = frameOf(shape, people);
  return {
    waveId: 'w1',
    questions: [question],
    frame,
    people: people.map((person): DrawnPerson => ({ ...person, atomId: atomOf(frame, person) })),
  };
}
