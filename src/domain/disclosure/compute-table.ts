/** Computes one question's table: a row for every reporting group, with what may be shown of it. */

import type { Question } from '../pulse/question';
import { standingOf } from '../score/standing-of';
import { type AnswerClasses, isBallot, togetherOf } from './answer-classes';
import { chooseSuppression, type Showing } from './choose-suppression';
import type { SolveProgramme } from './integer-programme';
import { isNotAffected } from './not-affected';
import { commonOutside, type OutsideKind, ownOutside, totalOutside } from './outside-shares';
import type { Figures, GroupRow, ReportingGroup } from './release';
import { responsePercentOf, showBand, showFigures } from './show-figures';
import { coarsest, ownLevel, type ShowLevel, totalLevel } from './show-level';
import type { AtomAnswers } from './suppression-table';

export interface TableInput {
  readonly question: Question;
  readonly groups: readonly ReportingGroup[];
  /** Every atom of the frame. */
  readonly atoms: readonly AtomAnswers[];
  readonly minimumGroupSize: number;
  readonly confidenceFloor: number;
}

/** The reporting groups of a ballot are its atoms: none of them is unheard for another's sake. */
const keepsAtoms = ({ kind }: Question) => isBallot({ kind });

/** An atom as it is published; `level` is absent when its share is not shown. */
interface AtomView extends AtomAnswers {
  readonly figures: Figures;
  readonly level?: ShowLevel;
  readonly outside?: OutsideKind;
}

export interface TableRows {
  readonly rows: readonly GroupRow[];
  /** True where no safe suppression was found in time, so that every margin is withheld. */
  readonly isFallback: boolean;
}

/** What may be shown of each group is chosen for the whole table at once. A margin is told no finer than the coarsest
 * atom that is shown, and in three classes at the finest where any is not; a group that is one atom reads as that
 * atom. */
export async function computeRows(input: TableInput, solve: SolveProgramme): Promise<TableRows> {
  const { showings, isFallback } = await chooseSuppression(
    { ...input, keepsAtoms: keepsAtoms(input.question) },
    solve,
  );
  const showingOf = ({ groupId }: Pick<ReportingGroup, 'groupId'>) =>
    showings.get(groupId) ?? 'tooSmallToShow';
  const isOfBothEnds = input.question.kind === 'works';
  const atomRow = new Map(
    input.groups.flatMap((group) => (group.kind === 'atom' ? group.atomIds.map((id) => [id, group]) : [])),
  );
  const views = new Map(
    input.atoms.map((atom) => {
      const group = atomRow.get(atom.atom.id);
      return [atom.atom.id, viewOf(atom, group ? showingOf(group) : 'tooSmallToShow', isOfBothEnds)];
    }),
  );
  const everyone = [...views.values()];
  const common: Common = {
    levels: new Set(everyone.map(({ level }) => level)),
    outside: commonOutside(everyone.map((view) => view.outside)),
  };
  const isUnaffected = ({ kind, headcount }: ReportingGroup, answers: AnswerClasses) =>
    kind === 'atom' && isBallot(input.question) && isNotAffected(answers, headcount, input.minimumGroupSize);
  const rows = input.groups.map((group) => {
    const members = group.atomIds.flatMap((atomId) => views.get(atomId) ?? []);
    const answers = togetherOf(
      input.question,
      members.map((view) => view.answers),
    );
    const figures = figuresOf({ group, members, answers, showing: showingOf(group) }, common, input);
    return {
      ...group,
      figures,
      ...('n' in figures
        ? {
            responsePercent: responsePercentOf(answeredAsShown(answers, figures), group.headcount),
          }
        : {}),
      isBelowFloor: standingOf({ figures }, input.confidenceFloor) === 'belowFloor',
      ...(isUnaffected(group, answers) ? { isNotAffected: true as const } : {}),
    };
  });
  return { rows, isFallback };
}

function viewOf(atom: AtomAnswers, showing: Showing, isOfBothEnds: boolean): AtomView {
  const { answers } = atom;
  if (showing === 'notHeardYet' || showing === 'tooSmallToShow')
    return { ...atom, figures: { label: showing } };
  const outside = ownOutside(answers);
  const shownOutside = outside ? { outside } : {};
  if (showing === 'band')
    return { ...atom, ...shownOutside, figures: showBand(answers, { ...shownOutside, isOfBothEnds }) };
  const level = ownLevel(answers);
  return { ...atom, ...shownOutside, level, figures: showFigures(answers, { level, ...shownOutside }) };
}

/** One or no answer outside the denominator is not shown, so the response must not tell it either. */
function answeredAsShown({ n, dontKnowYet, notMyArea }: AnswerClasses, figures: Figures): number {
  return n + ('outside' in figures ? dontKnowYet + notMyArea : 0);
}

interface GroupView {
  readonly group: ReportingGroup;
  readonly members: readonly AtomView[];
  readonly answers: AnswerClasses;
  readonly showing: Showing;
}

/** What all atoms of the table have in common. */
interface Common {
  /** `undefined` where the share of any is not shown. */
  readonly levels: ReadonlySet<ShowLevel | undefined>;
  readonly outside: OutsideKind | undefined;
}

function figuresOf(
  { group, members, answers, showing }: GroupView,
  common: Common,
  { question, minimumGroupSize: k }: TableInput,
): Figures {
  const [only] = members;
  if (only && members.length === 1) return only.figures;
  if (showing === 'notHeardYet' || showing === 'tooSmallToShow') return { label: showing };
  const isTotal = group.kind === 'total';
  const outside = isTotal ? totalOutside(question, members, k) : common.outside;
  if (showing === 'band') return showBand(answers, { outside, isOfBothEnds: question.kind === 'works' });
  if (isTotal) return showFigures(answers, { level: totalLevel(question, members, k), outside });
  const levels = [...common.levels].map((level) => level ?? 'three');
  return showFigures(answers, { level: coarsest([...levels, ownLevel(answers)]), outside });
}
