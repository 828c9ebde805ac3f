/** Computes the one set of tables that may be shown for a closed wave. */

import type { Instant } from '../instant';
import type { Question, TextQuestion } from '../pulse/question';
import type { Wave } from '../pulse/wave';
import { answerClasses } from './answer-classes';
import { computeRows } from './compute-table';
import type { SolveProgramme } from './integer-programme';
import type { Release, ReleaseTable } from './release';
import { reportingGroups } from './reporting-groups';
import { showChoices } from './show-choices';
import type { AnswerTallies } from './tally-answers';

export interface ReleaseInput extends AnswerTallies {
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
  { wave, tallies, respondedByAtom, releasedAt }: ReleaseInput,
  solve: SolveProgramme,
): Promise<Release> {
  const known = new Set(wave.frame.atoms.map(({ id }) => id));
  for (const { atomId } of tallies) {
    if (!known.has(atomId)) throw new RangeError(`a tally of wave ${wave.waveId} is outside its frame`);
  }
  const computed: ComputedTable[] = [];
  for (const question of wave.questions) {
    if (question.kind === 'text') continue;
    computed.push(await computeTable(question, wave, { tallies, respondedByAtom }, solve));
  }
  return {
    waveId: wave.waveId,
    programmeId: wave.programmeId,
    pulseId: wave.pulseId,
    title: wave.title,
    minimumGroupSize: wave.minimumGroupSize,
    confidenceFloor: wave.confidenceFloor,
    releasedAt,
    fallbacks: computed.filter(({ isFallback }) => isFallback).length,
    tables: computed.map(({ table }) => table),
  };
}

interface ComputedTable {
  readonly table: ReleaseTable;
  readonly isFallback: boolean;
}

async function computeTable(
  question: Exclude<Question, TextQuestion>,
  wave: ReleaseInput['wave'],
  { tallies, respondedByAtom }: AnswerTallies,
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
  const { rows, isFallback } = await computeRows(
    {
      question,
      groups: reportingGroups(wave.frame),
      atoms: atoms.map((atom) => ({
        atom,
        answers: answerClasses(question, counts.get(atom.id) ?? {}),
        responded: respondedByAtom.get(atom.id) ?? 0,
      })),
      minimumGroupSize,
      confidenceFloor,
    },
    solve,
  );
  return { table: { ...table, rows }, isFallback };
}

function addCounts(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const counts of all) {
    for (const [key, count] of Object.entries(counts)) sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
}
