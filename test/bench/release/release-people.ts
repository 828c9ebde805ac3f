/** Everybody in an invented wave, one after another: what their invitation froze, and what they answered. */

import type { Invitation } from '../../../src/domain/campaign/campaign';
import { type AtomId, asId, type PersonId } from '../../../src/domain/ids';
import type { Day } from '../../../src/domain/instant';
import type { AnswerSheet } from '../../../src/domain/pulse/answer';
import type { AnswerValue, Question } from '../../../src/domain/pulse/question';
import type { Frame } from '../../../src/domain/pulse/wave';
import { seededRandom } from '../../support/loopback-teams/seeded-random';
import { type BenchCell, benchWaveId, questionsOf, type ReleaseShape } from './release-shape';

export interface BenchPerson {
  readonly personId: PersonId;
  readonly invitation: Invitation;
  /** Absent for silence. */
  readonly sheet?: AnswerSheet;
}

type Random = () => number;

/** The same people each time. `answerKeyOf` names a sheet as the wave's key would. */
export function* peopleOf(
  shape: ReleaseShape,
  cells: readonly BenchCell[],
  frame: Frame,
  answerKeyOf: (personId: PersonId) => string,
): Generator<BenchPerson> {
  const random = seededRandom(shape.answers);
  const questions = questionsOf(shape);
  const atomOfCell = new Map<string, AtomId>(
    frame.atoms.flatMap(({ id, cells: own }) => own.map((cell) => [keyOf(cell), id] as const)),
  );
  let number = 0;
  for (const cell of cells) {
    const atomId = atomOfCell.get(keyOf(cell));
    if (!atomId) throw new Error(`no atom for ${keyOf(cell)}`);
    for (let person = 0; person < cell.headcount; person += 1) {
      number += 1;
      const personId = asId<PersonId>(number.toString(16).padStart(32, '0'));
      const invitation = invitationOf(atomId, cell, random);
      if (person >= cell.answers) yield { personId, invitation };
      else {
        const values = Object.fromEntries(
          questions.map((question) => [question.id, answerTo(question, cell.favours, random)]),
        );
        const answerKey = answerKeyOf(personId);
        const sheet = {
          waveId: benchWaveId,
          answerKey,
          atomId,
          answeredOn: '2026-11-20' as Day,
          revision: questions.length,
          values,
        };
        yield { personId, invitation, sheet };
      }
    }
  }
}

/** A family works in a few areas, a site goes live in one phase. */
function invitationOf(atomId: AtomId, { siteGroup, staffFamily }: BenchCell, random: Random): Invitation {
  return {
    atomId,
    shift: oneOf(random, ['days', 'days', 'nights', 'rotating', 'rotating', 'unknown']),
    area: `Area ${Number(staffFamily.slice(1)) + Math.floor(random() * 4)}`,
    cohort: `phase ${1 + (Number(siteGroup.slice(1)) % 3)}`,
    employment: random() < 0.88 ? 'substantive' : oneOf(random, ['bank', 'bank', 'agency', 'student']),
  };
}

function answerTo(question: Question, favours: number, random: Random): AnswerValue {
  const isFavourable = random() < favours;
  if (question.kind === 'scale') {
    const number = isFavourable ? 5 + Math.floor(random() * 3) : 1 + Math.floor(random() * 4);
    return { kind: 'number', number };
  }
  if (random() < 0.06) return { kind: 'outside', outside: random() < 0.5 ? 'dontKnowYet' : 'notMyArea' };
  if (isFavourable) return { kind: 'point', point: random() < 0.6 ? 4 : 5 };
  const rest = random();
  return { kind: 'point', point: rest < 0.4 ? 3 : rest < 0.8 ? 2 : 1 };
}

function oneOf<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

const keyOf = (cell: { readonly siteGroup: string; readonly staffFamily: string }) =>
  `${cell.siteGroup}.${cell.staffFamily}`;
