/** Exchanges `- bank: ID` in a programme file for the question of the bank. */

import { findBankItem, questionBank } from '../../domain/bank/question-bank';
import type { Path, ShapeProblem } from './describe-issue';
import { nearestWord } from './nearest-word';

export interface ResolvedFile {
  readonly file: unknown;
  readonly problems: readonly ShapeProblem[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** Whatever else the file holds is left as it is. Where a reference leads nowhere a question stands in for it, so that
 * nothing is reported twice: such a file has a problem and is never stored. */
export function resolveBank(file: unknown): ResolvedFile {
  const problems: ShapeProblem[] = [];
  const resolved = mapList(file, 'pulses', (pulse, pulseIndex) =>
    mapList(pulse, 'questions', (question, index) => {
      if (!isMapping(question) || !Object.hasOwn(question, 'bank')) return question;
      problems.push(...checkReference(question, ['pulses', pulseIndex, 'questions', index]));
      const standIn = { id: `unresolved-${index}`, kind: 'confidence', text: '-' };
      return findBankItem(String(question.bank))?.question ?? standIn;
    }),
  );
  return { file: resolved, problems };
}

function checkReference({ bank, ...others }: Mapping, path: Path): ShapeProblem[] {
  const known = typeof bank === 'string' && findBankItem(bank) !== undefined;
  return [
    ...(known ? [] : [unknownItem(bank, [...path, 'bank'])]),
    ...Object.keys(others).map((key) => ({
      path: [...path, key],
      isAtKey: true,
      message: `${key} does not go with bank: a question of the bank is asked as it stands`,
      remedy: 'Take this line out, or take out "bank:" and write a question of your own.',
    })),
  ];
}

function unknownItem(bank: unknown, path: Path): ShapeProblem {
  const written = String(bank).slice(0, 60);
  const meant = nearestWord(
    written,
    questionBank.map(({ question }) => question.id),
  );
  const guess = meant === undefined ? '' : `Did you mean "${meant}"? `;
  return {
    path,
    message: `the question bank has no "${written}"`,
    remedy: `${guess}docs/question-bank.md lists all of them.`,
  };
}

/** The value with each item of the list at `key` exchanged; as it is where there is no such list. */
function mapList(value: unknown, key: string, exchange: (item: unknown, index: number) => unknown): unknown {
  if (!isMapping(value)) return value;
  const list = value[key];
  return Array.isArray(list) ? { ...value, [key]: list.map(exchange) } : value;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
