/** One question's table as a graph: every figure is an edge between the two sums it is part of. */

import type { GroupId } from '../ids';
import type { Question } from '../pulse/question';
import type { Atom } from '../pulse/wave';
import { standingOf } from '../score/standing-of';
import { type AnswerClasses, togetherOf } from './answer-classes';
import { isNearlyUnanimous } from './band';
import { isNotAffected, notAffectedFewerThan } from './not-affected';
import type { ReportingGroup } from './release';
import { showFigures } from './show-figures';
import { hasSlack, mayBand } from './slack';

export interface AtomAnswers {
  readonly atom: Atom;
  readonly answers: AnswerClasses;
}

/** What must happen to a figure on its own account: withheld (n < k, N < 2k), its band in place of its share, or nothing. */
export type Need = 'withheld' | 'band' | 'none';

export interface TableCell {
  readonly groupId: GroupId;
  readonly kind: 'atom' | 'margin' | 'total';
  /** The sums it is part of (+1) or is (−1). */
  readonly ends: readonly [CellEnd, CellEnd];
  readonly answers: AnswerClasses;
  readonly headcount: number;
  readonly need: Need;
  /** Whether it may be withheld, or banded, to protect another. */
  readonly mayBeWithheld: boolean;
  readonly mayBeBanded: boolean;
  /** Of a band, that of the unfavourable answers is told as well. */
  readonly tellsBothEnds?: boolean;
  /** It is known that only a group of (nearly) one mind is banded here. */
  readonly isBandedByNeedAlone?: boolean;
  /** Withheld with fewer answers than k, it is known to have fewer than this. */
  readonly fewerThan?: number;
  /** It can hide any other whatever that one's answers are: see `chooseSuppression`. */
  readonly isStrong: boolean;
  /** What withholding it, or showing only its band, costs: 1 to 2 is an ordinary atom. */
  readonly costs: { readonly withheld: number; readonly banded: number };
}

export interface CellEnd {
  readonly sum: string;
  readonly sign: 1 | -1;
}

export interface TableShape {
  readonly question: Question;
  readonly groups: readonly ReportingGroup[];
  readonly atoms: readonly AtomAnswers[];
  readonly minimumGroupSize: number;
  readonly confidenceFloor: number;
  /** No atom is withheld or banded to protect another: sums are, whatever that takes. */
  readonly keepsAtoms?: boolean;
}

/** Site groups are the sums of one side, staff families of the other; where a side has one sum only, that is the total.
 * A margin of one atom costs nothing of its own: it reads as that atom. */
export function tableCells(shape: TableShape): readonly TableCell[] {
  const { groups, atoms, minimumGroupSize: k, keepsAtoms = false } = shape;
  const tellsBothEnds = shape.question.kind === 'works';
  const isSteadyBelow = (answers: AnswerClasses) =>
    !tellsBothEnds ||
    mayBand({ ...answers, favourable: answers.unfavourable, unfavourable: answers.favourable }, 0);
  const total = groups.find(({ kind }) => kind === 'total');
  if (!total) return [];
  const sides = (['siteGroup', 'staffFamily'] as const).map((side) => {
    const margins = groups.filter(({ kind }) => kind === side);
    const sumOfAtom = new Map(
      margins.flatMap(({ groupId, atomIds }) => atomIds.map((atomId) => [atomId, String(groupId)] as const)),
    );
    return { side, margins, sumOfAtom, everything: margins.length > 0 ? `all ${side}` : `only ${side}` };
  });
  const answersById = new Map(atoms.map((atom) => [atom.atom.id, atom]));
  const averageN = Math.max(1, atoms.reduce((sum, { answers }) => sum + answers.n, 0) / atoms.length);

  const atomCells = atoms.map(({ atom, answers }): TableCell => {
    const [site, family] = sides.map(({ sumOfAtom, everything }) => sumOfAtom.get(atom.id) ?? everything);
    const isSmall = atom.headcount < 2 * k;
    const isWithheld = isSmall || answers.n < k;
    const need = isWithheld ? 'withheld' : isNearlyUnanimous(answers) ? 'band' : 'none';
    const withheld = (1 + answers.n / averageN) * (isFlagged(answers, shape) ? 3 : 1);
    const isStrong = need === 'none' && hasSlack(answers, atom.headcount, k);
    return {
      groupId: `atom:${atom.id}` as GroupId,
      kind: 'atom',
      ends: [
        { sum: site ?? '', sign: 1 },
        { sum: family ?? '', sign: 1 },
      ],
      answers,
      headcount: atom.headcount,
      need,
      mayBeWithheld: !isWithheld && !keepsAtoms,
      mayBeBanded: need === 'none' && !keepsAtoms && mayBand(answers, shape.confidenceFloor),
      tellsBothEnds,
      isBandedByNeedAlone: keepsAtoms,
      ...(isNotAffected(answers, atom.headcount, k) && keepsAtoms
        ? { fewerThan: notAffectedFewerThan(atom.headcount, k) }
        : {}),
      isStrong,
      costs: { withheld: withheld * (isStrong ? 1 : 1.3), banded: withheld / 3 },
    };
  });
  const whole = (group: ReportingGroup) =>
    togetherOf(
      shape.question,
      group.atomIds.flatMap((atomId) => answersById.get(atomId)?.answers ?? []),
    );
  const sumCell = (
    group: ReportingGroup,
    kind: 'margin' | 'total',
    ends: TableCell['ends'],
    withheldCost: number,
  ): TableCell => {
    const answers = whole(group);
    const members = atomCells.filter((cell) => group.atomIds.some((id) => cell.groupId === `atom:${id}`));
    const isWithheld = group.headcount < 2 * k || answers.n < k;
    const need = isWithheld ? 'withheld' : isNearlyUnanimous(answers) ? 'band' : 'none';
    const cost = members.length === 1 ? 0 : withheldCost;
    return {
      groupId: group.groupId,
      kind,
      ends,
      answers,
      headcount: group.headcount,
      need,
      mayBeWithheld: true,
      mayBeBanded: need === 'none' && mayBand(answers, shape.confidenceFloor) && isSteadyBelow(answers),
      tellsBothEnds,
      isStrong: true,
      costs: { withheld: cost, banded: cost / 2 },
    };
  };
  const marginCells = sides.flatMap(({ margins, everything }) =>
    margins.map((group) =>
      sumCell(
        group,
        'margin',
        [
          { sum: String(group.groupId), sign: -1 },
          { sum: everything, sign: 1 },
        ],
        6,
      ),
    ),
  );
  const totalEnds = sides.map(({ everything }): CellEnd => ({ sum: everything, sign: -1 }));
  const [site, family] = totalEnds;
  if (!site || !family) return [];
  return [...atomCells, ...marginCells, sumCell(total, 'total', [site, family], 40)];
}

function isFlagged(answers: AnswerClasses, { confidenceFloor }: TableShape): boolean {
  if (answers.n === 0) return false;
  const figures = showFigures(answers, { level: 'share' });
  return standingOf({ figures }, confidenceFloor) === 'belowFloor';
}
