import fc from 'fast-check';
import { type Profile, ProfileCounter } from '../../../src/domain/disclosure/profile';
import { tallyAnswers } from '../../../src/domain/disclosure/tally-answers';
import { asId } from '../../../src/domain/ids';
import type { Day } from '../../../src/domain/instant';
import type { AnswerSheet } from '../../../src/domain/pulse/answer';
import type { AnswerValue, Question } from '../../../src/domain/pulse/question';

const questions: readonly Question[] = [
  { id: asId('ready'), text: 'Ready?', kind: 'confidence' },
  { id: asId('ease'), text: 'Easy?', kind: 'scale', minimum: 1, maximum: 7 },
  { id: asId('next'), text: 'Next?', kind: 'choice', choices: ['a', 'b'].map((id) => ({ id, text: id })) },
  { id: asId('words'), text: 'Why?', kind: 'text' },
];
const values: readonly fc.Arbitrary<AnswerValue>[] = [
  fc.oneof(
    fc.constantFrom(...([1, 2, 3, 4, 5] as const)).map((point) => ({ kind: 'point', point }) as const),
    fc.constantFrom('dontKnowYet', 'notMyArea').map((outside) => ({ kind: 'outside', outside }) as const),
  ),
  fc.integer({ min: 0, max: 8 }).map((number) => ({ kind: 'number', number }) as const),
  fc.constantFrom('a', 'b', 'c').map((choice) => ({ kind: 'choice', choice }) as const),
  fc.constant({ kind: 'text', text: 'Because.' } as const),
];
const person = fc.record({
  atom: fc.constantFrom('a', 'b'),
  shift: fc.constantFrom('days', 'nights', undefined),
  area: fc.option(fc.nat(20).map(String), { nil: undefined }),
  said: fc.option(fc.tuple(...values.map((value) => fc.option(value, { nil: undefined }))), {
    nil: undefined,
  }),
});

test('profiles hold everybody once, and together exactly the answers that the tallies hold', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), (people) => {
      const counter = new ProfileCounter(questions);
      const sheets = people.flatMap(({ atom, shift, area, said }): AnswerSheet[] => {
        const atomId = asId<never>(atom);
        const answers = (said ?? []).flatMap((value, index) =>
          value ? [[questions[index]?.id, value]] : [],
        );
        const sheet: AnswerSheet | undefined = said && {
          waveId: asId('w'),
          answerKey: 'k',
          atomId,
          answeredOn: '2026-01-01' as Day,
          revision: 1,
          values: Object.fromEntries(answers) as AnswerSheet['values'],
        };
        counter.add({ atomId, ...(shift ? { shift } : {}), ...(area ? { area } : {}) }, sheet);
        return sheet ? [sheet] : [];
      });
      const profiles = counter.all();
      expect(profiles.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(people.length);
      expect(new Set(profiles.map(({ atomId, groups }) => JSON.stringify([atomId, groups]))).size).toBe(
        profiles.length,
      );
      const { tallies } = tallyAnswers(sheets, questions);
      for (const { id } of questions) {
        for (const atomId of [asId<never>('a'), asId<never>('b')]) {
          const tally = tallies.find((one) => one.questionId === id && one.atomId === atomId);
          expect(
            sumOf(
              profiles.filter((profile) => profile.atomId === atomId),
              id,
            ),
          ).toEqual(tally?.counts ?? {});
        }
      }
    }),
  );
});

function sumOf(profiles: readonly Profile[], questionId: Question['id']): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { counts } of profiles) {
    for (const [value, count] of Object.entries(counts.get(questionId) ?? {}))
      sums[value] = (sums[value] ?? 0) + count;
  }
  return sums;
}
