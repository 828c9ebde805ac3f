/** Computes the one set of tables that may be shown for a closed wave. */

import type { AtomId } from '../ids';
import type { Instant } from '../instant';
import type { OptionQuestion, Question, TextQuestion } from '../pulse/question';
import type { Wave } from '../pulse/wave';
import { addCounts } from './add-counts';
import { answerClasses, isBallot } from './answer-classes';
import { type AssistedLine, assistedAnswers, atomsThatMayVary } from './assisted-answers';
import { computeRows, type TableRows } from './compute-table';
import { isLeadTold, leadOf } from './favoured-option';
import type { SolveProgramme } from './integer-programme';
import { type OneWayMargin, oneWayMargins } from './one-way-margins';
import type { Profile } from './profile';
import type { GroupRow, Release, ReleaseTable, ReportingGroup } from './release';
import { reportingGroups } from './reporting-groups';
import { showChoices } from './show-choices';
import { oneWayRows } from './show-one-way';
import { showOptions } from './show-options';
import type { AnswerTallies } from './tally-answers';

export interface ReleaseInput extends AnswerTallies {
  /** Of everybody in the wave, for the one-way margins; without them there are none. */
  readonly profiles?: readonly Profile[];
  /** Where somebody without Teams is among them. */
  readonly assistedLines?: readonly AssistedLine[];
  readonly wave: Pick<
    Wave,
    | 'waveId'
    | 'programmeId'
    | 'pulseId'
    | 'title'
    | 'questions'
    | 'frame'
    | 'minimumGroupSize'
    | 'confidenceFloor'
  >;
  readonly releasedAt: Instant;
}

/** Guarantees that somebody who knows the headcount of every group, everything shown, what the labels mean and their own
 * answer cannot tell n, or bound the favourable or unfavourable answers within fewer than 3 values, of any set of people with
 * 1 ≤ n < k. One table per question in the pulse's order; a `text` question has none.
 * @throws RangeError when a tally is of an atom outside the frame. */
export async function computeRelease(
  { wave, tallies, releasedAt, profiles = [], assistedLines = [] }: ReleaseInput,
  solve: SolveProgramme,
): Promise<Release> {
  const known = new Set(wave.frame.atoms.map(({ id }) => id));
  for (const { atomId } of tallies) {
    if (!known.has(atomId)) throw new RangeError(`a tally of wave ${wave.waveId} is outside its frame`);
  }
  const margins = oneWayMargins(profiles, wave.minimumGroupSize);
  const counted = { tallies, groups: reportingGroups(wave.frame), profiles, margins };
  const computed: ComputedTable[] = [];
  for (const question of wave.questions) {
    if (question.kind === 'text') continue;
    computed.push(await computeTable(question, wave, counted, solve));
  }
  const tables = computed.map(({ table }) => table);
  const assisted = assistedAnswers(assistedLines, wave.minimumGroupSize, atomsThatMayVary(tables));
  return {
    waveId: wave.waveId,
    programmeId: wave.programmeId,
    pulseId: wave.pulseId,
    title: wave.title,
    minimumGroupSize: wave.minimumGroupSize,
    confidenceFloor: wave.confidenceFloor,
    releasedAt,
    fallbacks: computed.filter(({ isFallback }) => isFallback).length,
    ...(assisted ? { assisted } : {}),
    tables,
  };
}

interface Counted extends AnswerTallies {
  readonly groups: readonly ReportingGroup[];
  readonly profiles: readonly Profile[];
  readonly margins: readonly OneWayMargin[];
}

interface ComputedTable {
  readonly table: ReleaseTable;
  readonly isFallback: boolean;
}

async function computeTable(
  question: Exclude<Question, TextQuestion>,
  wave: ReleaseInput['wave'],
  { tallies, groups, profiles, margins }: Counted,
  solve: SolveProgramme,
): Promise<ComputedTable> {
  const { id: questionId, text: questionText, kind: questionKind } = question;
  const table = { questionId, questionText, questionKind };
  const { atoms } = wave.frame;
  const { minimumGroupSize, confidenceFloor } = wave;
  const counts = new Map(
    tallies.filter((tally) => tally.questionId === questionId).map((tally) => [tally.atomId, tally.counts]),
  );
  if (question.kind === 'choice') {
    const headcount = atoms.reduce((sum, atom) => sum + atom.headcount, 0);
    const choices = showChoices(question, addCounts([...counts.values()]), { headcount, minimumGroupSize });
    return { table: { ...table, rows: [], choices }, isFallback: false };
  }
  const rowsOf = (asked: Question) =>
    computeRows(
      {
        question: asked,
        groups,
        atoms: atoms.map((atom) => ({ atom, answers: answerClasses(asked, counts.get(atom.id) ?? {}) })),
        minimumGroupSize,
        confidenceFloor: isBallot(asked) ? 0 : confidenceFloor,
      },
      solve,
    );
  if (question.kind === 'option') {
    const options = { all: addCounts([...counts.values()]), minimumGroupSize, rowsOf };
    const { isFallback, ...told } = await optionTable(question, options);
    return { table: { ...table, ...told }, isFallback };
  }
  const { rows, isFallback } = await rowsOf(question);
  if (question.kind === 'works') return { table: { ...table, rows }, isFallback };
  const isTold = (atomIds: readonly AtomId[]) => isSumTold(rows, atomIds);
  const oneWay = oneWayRows({
    question,
    profiles,
    groups,
    margins,
    minimumGroupSize,
    confidenceFloor,
    isTold,
  });
  return { table: { ...table, rows: [...rows, ...oneWay] }, isFallback };
}

interface OptionInput {
  /** Of all atoms together. */
  readonly all: Readonly<Record<string, number>>;
  readonly minimumGroupSize: number;
  readonly rowsOf: (question: OptionQuestion) => Promise<TableRows>;
}

/** Rows speak of the option that leads; where it may not be told that it does, of the first, whoever leads. */
async function optionTable(
  question: OptionQuestion,
  { all, minimumGroupSize, rowsOf }: OptionInput,
): Promise<Pick<ReleaseTable, 'rows' | 'choices' | 'favourableChoice' | 'leadingChoice'> & TableRows> {
  const first = question.choices[0]?.id ?? '';
  const lead = leadOf(question, all);
  const favoured = lead?.choice ?? first;
  const ofLead = await rowsOf({ ...question, favouring: favoured });
  const isAhead = lead?.isAhead === true;
  // That two have as many votes is told where the total is: elsewhere it would tell something of those who are withheld.
  const isTold =
    isTotalShown(ofLead.rows) ||
    (isAhead && isLeadTold(ofLead.rows, question.choices.length, minimumGroupSize));
  const favourableChoice = isTold ? favoured : first;
  const { rows, isFallback } =
    favourableChoice === favoured ? ofLead : await rowsOf({ ...question, favouring: first });
  return {
    rows,
    isFallback,
    favourableChoice,
    ...(isTold && isAhead ? { leadingChoice: favoured } : {}),
    ...(isTotalShown(rows) ? { choices: showOptions(question, favourableChoice, all) } : {}),
  };
}

function isTotalShown(rows: readonly GroupRow[]): boolean {
  return rows.some(({ kind, figures }) => kind === 'total' && figures.label === 'shown');
}

/** Whether rows that show their share add up to exactly these atoms: the total, margins of one side, or the atoms. */
function isSumTold(rows: readonly GroupRow[], atomIds: readonly AtomId[]): boolean {
  const wanted = new Set(atomIds);
  return (['total', 'siteGroup', 'staffFamily', 'atom'] as const).some((kind) => {
    const within = rows.filter(
      (row) =>
        row.kind === kind &&
        row.figures.label === 'shown' &&
        row.atomIds.every((atomId) => wanted.has(atomId)),
    );
    return within.flatMap((row) => row.atomIds).length === wanted.size;
  });
}
