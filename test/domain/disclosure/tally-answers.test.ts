import { tallyAnswers } from '../../../src/domain/disclosure/tally-answers';
import { asId } from '../../../src/domain/ids';
import type { Day } from '../../../src/domain/instant';
import type { AnswerSheet } from '../../../src/domain/pulse/answer';
import type { AnswerValue, Question } from '../../../src/domain/pulse/question';

const questions: readonly Question[] = [
  { id: asId('ready'), text: 'Ready?', kind: 'confidence' },
  { id: asId('scale'), text: 'How much?', kind: 'scale', minimum: 0, maximum: 10 },
  { id: asId('choice'), text: 'What?', kind: 'choice', choices: [{ id: 'training', text: 'Training' }] },
  { id: asId('words'), text: 'Why?', kind: 'text' },
];

const sheet = (atom: string, values: Readonly<Record<string, AnswerValue>>): AnswerSheet => ({
  waveId: asId('wave'),
  answerKey: 'key',
  atomId: asId(atom),
  answeredOn: '2026-01-01' as Day,
  revision: 1,
  values,
});

describe('tallyAnswers', () => {
  it('counts every kind of answer by atom and question', () => {
    const { tallies } = tallyAnswers(
      [
        sheet('a', { ready: { kind: 'point', point: 4 }, scale: { kind: 'number', number: 7 } }),
        sheet('a', { ready: { kind: 'point', point: 4 }, choice: { kind: 'choice', choice: 'training' } }),
        sheet('b', { ready: { kind: 'outside', outside: 'notMyArea' } }),
        sheet('b', { words: { kind: 'text', text: 'No printer.' } }),
        sheet('b', {}),
      ],
      questions,
    );
    expect(tallies).toEqual([
      { atomId: 'a', questionId: 'ready', counts: { point4: 2 } },
      { atomId: 'a', questionId: 'scale', counts: { 'number:7': 1 } },
      { atomId: 'a', questionId: 'choice', counts: { 'choice:training': 1 } },
      { atomId: 'b', questionId: 'ready', counts: { notMyArea: 1 } },
    ]);
  });

  it('does not count a value that is no answer to its question', () => {
    const { tallies } = tallyAnswers(
      [sheet('a', { ready: { kind: 'number', number: 3 }, choice: { kind: 'choice', choice: 'gone' } })],
      questions,
    );
    expect(tallies).toEqual([]);
  });
});
