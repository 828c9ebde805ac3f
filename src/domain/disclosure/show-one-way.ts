/** One question's rows for the one-way margins. */

import type { AtomId } from '../ids';
import type { Question } from '../pulse/question';
import { standingOf } from '../score/standing-of';
import { addCounted, addCounts } from './add-counts';
import { type AnswerClasses, answerClasses } from './answer-classes';
import { isNearlyUnanimous } from './band';
import { type CrossingInput, crossesSafely } from './crossings';
import type { OneWayGroup, OneWayPiece } from './one-way-margins';
import type { Figures, GroupRow, OneWayKind } from './release';
import { responsePercentOf, showBand, showFigures } from './show-figures';
import { coarsest, ownLevel } from './show-level';
import { hasSlack, mayBand } from './slack';

export interface OneWayInput extends CrossingInput {
  readonly confidenceFloor: number;
  /** Whether the answers of these atoms together can be told from what else is shown. */
  readonly isTold: (atomIds: readonly AtomId[]) => boolean;
}

type Showing = 'shown' | 'band' | 'notHeardYet' | 'tooSmallToShow';

interface OneWayView {
  readonly group: OneWayGroup;
  readonly answers: AnswerClasses;
  readonly showing: Showing;
}

/** A group with n < k is withheld and another of its piece with it, the one with the fewest answers that can hide any
 * other (`hasSlack`); beside a group of which only the band is shown, another's band or that other is withheld. Where
 * there is no such other, where the sum of the piece is not told by the rest of the table, or where the margin crosses
 * other groups unsafely, the whole piece is left out: what is said of the others is then no more than the table says,
 * and nothing, not even a label, is said of these. */
export function oneWayRows(input: OneWayInput): readonly GroupRow[] {
  const { confidenceFloor } = input;
  return input.margins.flatMap((margin) => {
    const { kind, pieces } = margin;
    const isSafe = crossesSafely(margin, input);
    const counts = countParts(kind, input);
    const views = pieces.flatMap((piece) =>
      viewsOf(piece, counts, { ...input, isTold: (atomIds) => isSafe && input.isTold(atomIds) }),
    );
    const shown = views.filter(({ showing }) => showing === 'shown');
    const level = coarsest([
      ...shown.map(({ answers }) => ownLevel(answers)),
      ...(shown.length < views.length ? (['three'] as const) : []),
    ]);
    return views.map(({ group, answers, showing }): GroupRow => {
      const { parts: _parts, ...row } = group;
      const figures = figuresOf(showing, answers, level);
      return {
        ...row,
        figures,
        ...('n' in figures ? { responsePercent: responsePercentOf(answers.n, group.headcount) } : {}),
        isBelowFloor: standingOf({ figures }, confidenceFloor) === 'belowFloor',
      };
    });
  });
}

function figuresOf(showing: Showing, answers: AnswerClasses, level: ReturnType<typeof ownLevel>): Figures {
  if (showing === 'shown') return showFigures(answers, { level });
  return showing === 'band' ? showBand(answers, {}) : { label: showing };
}

function viewsOf(piece: OneWayPiece, counts: PartCounts, input: OneWayInput): readonly OneWayView[] {
  const { question, minimumGroupSize: k, confidenceFloor } = input;
  const groups = piece.groups.map((group) => ({ group, answers: answersOf(group, question, counts) }));
  if (!input.isTold(piece.atomIds)) return [];
  const isSilent = ({ answers }: (typeof groups)[number]) => answers.n < k;
  const silent = groups.filter(isSilent);
  const banded = groups.filter((group) => !isSilent(group) && isNearlyUnanimous(group.answers));
  const others = groups
    .filter((group) => !silent.includes(group) && !banded.includes(group))
    .sort((a, b) => a.answers.n - b.answers.n);
  const withheldToo =
    silent.length > 0
      ? others.find(({ group, answers }) => hasSlack(answers, group.headcount, k))
      : undefined;
  const needsBand = banded.length > 0 && !withheldToo;
  const bandedToo = needsBand ? others.find(({ answers }) => mayBand(answers, confidenceFloor)) : undefined;
  if ((silent.length > 0 && !withheldToo) || (needsBand && !bandedToo)) return [];
  return groups.map((each) => {
    const { group, answers } = each;
    if (silent.includes(each)) return { group, answers, showing: 'notHeardYet' };
    if (each === withheldToo) return { group, answers, showing: 'tooSmallToShow' };
    return { group, answers, showing: banded.includes(each) || each === bandedToo ? 'band' : 'shown' };
  });
}

/** The answers of each part of a margin, by value. */
type PartCounts = ReadonlyMap<string, Readonly<Record<string, number>>>;

function countParts(kind: OneWayKind, { question, profiles }: OneWayInput): PartCounts {
  const counts = new Map<string, Record<string, number>>();
  for (const profile of profiles) {
    const part = counts.get(profile.groups[kind]) ?? {};
    counts.set(profile.groups[kind], part);
    addCounted(part, profile.counts.get(question.id));
  }
  return counts;
}

function answersOf({ parts }: OneWayGroup, question: Question, counts: PartCounts): AnswerClasses {
  return answerClasses(question, addCounts(parts.map((part) => counts.get(part) ?? {})));
}
