/** Computes one question's table: a row for every reporting group, with what may be shown of it. */

import type { AtomId } from '../ids';
import type { Question } from '../pulse/question';
import { standingOf } from '../score/standing-of';
import { togetherOf } from './answer-classes';
import { type AtomAnswers, chooseSuppression, type Suppression } from './choose-suppression';
import { commonOutside, type OutsideKind, ownOutside, totalOutside } from './outside-shares';
import type { Figures, GroupRow, ReportingGroup } from './release';
import { responsePercentOf, showBand, showFigures } from './show-figures';
import { coarsest, ownLevel, type ShowLevel, totalLevel } from './show-level';

export interface TableAtom extends AtomAnswers {
  /** People of the atom who answered any question of the wave. */
  readonly responded: number;
}

export interface TableInput {
  readonly question: Question;
  readonly groups: readonly ReportingGroup[];
  /** Every atom of the frame. */
  readonly atoms: readonly TableAtom[];
  readonly minimumGroupSize: number;
  readonly confidenceFloor: number;
}

/** An atom as it is published; `level` is absent when its share is not shown. */
interface AtomView extends TableAtom {
  readonly figures: Figures;
  readonly level?: ShowLevel;
  readonly outside?: OutsideKind;
}

/** A margin is shown only where every atom of the table shows its share, and no finer than the coarsest of them; a
 * group that is one atom reads as that atom. */
export function computeRows(input: TableInput): readonly GroupRow[] {
  const suppression = chooseSuppression(input.question, input.atoms, input.minimumGroupSize);
  const views = new Map(input.atoms.map((atom) => [atom.atom.id, viewOf(atom, suppression)]));
  return input.groups.map((group) => {
    const figures = figuresOf(group, views, suppression, input);
    const members = membersOf(group, views);
    const answered = members.reduce(
      (sum, view) => sum + (group.kind === 'total' ? view.responded : answeredAsShown(view)),
      0,
    );
    return {
      ...group,
      figures,
      ...('n' in figures ? { responsePercent: responsePercentOf(answered, group.headcount) } : {}),
      isBelowFloor: standingOf({ figures }, input.confidenceFloor) === 'belowFloor',
    };
  });
}

function viewOf(atom: TableAtom, { withheld, banded }: Suppression): AtomView {
  const { answers } = atom;
  const label = withheld.get(atom.atom.id);
  if (label) return { ...atom, figures: { label } };
  const outside = ownOutside(answers);
  const shownOutside = outside ? { outside } : {};
  if (banded.has(atom.atom.id)) {
    return { ...atom, ...shownOutside, figures: showBand(answers, shownOutside) };
  }
  const level = ownLevel(answers);
  return { ...atom, ...shownOutside, level, figures: showFigures(answers, { level, ...shownOutside }) };
}

/** One or no answer outside the denominator is not shown, so the response must not tell it either. */
function answeredAsShown({ answers, outside }: AtomView): number {
  return answers.n + (outside ? answers.dontKnowYet + answers.notMyArea : 0);
}

function figuresOf(
  group: ReportingGroup,
  views: ReadonlyMap<AtomId, AtomView>,
  suppression: Suppression,
  { question, minimumGroupSize: k }: TableInput,
): Figures {
  const members = membersOf(group, views);
  const [only] = members;
  if (only && members.length === 1) return only.figures;
  const answers = togetherOf(
    question,
    members.map((view) => view.answers),
  );
  if (group.kind === 'total') {
    if (suppression.total === 'withheld') {
      return { label: answers.n < k && group.headcount >= 2 * k ? 'notHeardYet' : 'tooSmallToShow' };
    }
    const outside = totalOutside(question, members, k);
    if (suppression.total === 'band') return showBand(answers, { outside });
    return showFigures(answers, { level: totalLevel(question, members, k), outside });
  }
  const everyone = [...views.values()];
  const levels = everyone.flatMap(({ level }) => level ?? []);
  if (levels.length < everyone.length) return { label: 'tooSmallToShow' };
  const outside = commonOutside(everyone.map((view) => view.outside));
  return showFigures(answers, { level: coarsest(levels), outside });
}

function membersOf({ atomIds }: ReportingGroup, views: ReadonlyMap<AtomId, AtomView>): readonly AtomView[] {
  return atomIds.flatMap((atomId) => views.get(atomId) ?? []);
}
