/** What a careless tool shows: groups under k are blank, every margin and total stands beside them, and no guard: . */

import { reportingGroups } from '../../../src/domain/disclosure/reporting-groups';
import type { Question } from '../../../src/domain/pulse/question';
import { attributes, type SurfaceRow, type SurfaceWave } from '../attacker/surfaces';
import type { DrawnPerson, DrawnWave } from './draw-programme';
import type { ProgrammeShape } from './programme-shape';
import { rosterOf } from './release-wave';
import { countsOf } from './truth';

export function primaryOnly(
  shape: ProgrammeShape,
  wave: DrawnWave,
  isPrinted: (kind: string) => boolean = () => true,
): SurfaceWave {
  const tables = wave.questions.map((question) => ({
    questionId: question.id,
    questionKind: question.kind,
    rows: groupsOf(wave)
      .filter(({ kind }) => isPrinted(kind))
      .map(({ members, ...group }) => rowOf(group, members, question, shape.minimumGroupSize)),
  }));
  const { minimumGroupSize, confidenceFloor } = shape;
  const { waveId } = wave;
  const roster = rosterOf(wave);
  return { waveId, roster, minimumGroupSize, confidenceFloor, releases: [{ tables }], scores: [], cards: [] };
}

type Group = Pick<SurfaceRow, 'groupId' | 'kind' | 'name' | 'atomIds'>;

function groupsOf({
  frame,
  people,
}: DrawnWave): readonly (Group & { readonly members: readonly DrawnPerson[] })[] {
  const byAtoms = reportingGroups(frame).map(({ groupId, kind, name, atomIds }) => ({
    groupId,
    kind,
    name,
    atomIds,
    members: people.filter(({ atomId }) => atomIds.includes(atomId)),
  }));
  const oneWay = attributes.flatMap((kind) =>
    [...new Set(people.flatMap((person) => person[kind] ?? []))].map((value) => ({
      groupId: `${kind}:${value}`,
      kind,
      name: value,
      atomIds: [],
      members: people.filter((person) => person[kind] === value),
    })),
  );
  return [...byAtoms, ...oneWay];
}

export function rowOf(
  group: Group,
  members: readonly DrawnPerson[],
  question: Question,
  k: number,
): SurfaceRow {
  const { n, favourable, neutral, unfavourable } = countsOf(question, members);
  const row = { ...group, headcount: members.length, isBelowFloor: false };
  if (n < k) {
    return { ...row, figures: { label: members.length >= 2 * k ? 'notHeardYet' : 'tooSmallToShow' } };
  }
  const distribution = [
    { label: 'favourable', count: favourable },
    { label: 'neutral', count: neutral },
    { label: 'unfavourable', count: unfavourable },
  ];
  return { ...row, figures: { label: 'plain', n, favourable, distribution } };
}
