/** Any interleaving of taps and of their late, repeated deliveries has one effect per tap, and no tap undoes another. */

import fc from 'fast-check';
import { asId, type QuestionId } from '../../../src/domain/ids';
import type { Day } from '../../../src/domain/instant';
import { acceptAnswer, type Tap } from '../../../src/domain/pulse/accept-answer';
import type { AnswerSheet } from '../../../src/domain/pulse/answer';
import { points, type Question } from '../../../src/domain/pulse/question';

const questions: readonly Question[] = [
  { id: asId('confidence'), kind: 'confidence', text: 'How confident are you?' },
  { id: asId('support'), kind: 'scale', text: 'How well supported?', minimum: 0, maximum: 10 },
  { id: asId('barrier'), kind: 'choice', text: 'What first?', choices: [{ id: 'wifi', text: 'Wi-Fi' }] },
];

const situation = (sheet?: AnswerSheet) => ({
  waveId: asId<AnswerSheet['waveId']>('w1'),
  questions,
  answerKey: 'key',
  atomId: asId<AnswerSheet['atomId']>('atom'),
  today: '2026-11-23' as Day,
  sheet,
});
const tap = (questionId: string, revision: number, value: Tap['value']): Tap => ({
  questionId: asId<QuestionId>(questionId),
  revision,
  value,
});

describe('a tap', () => {
  it('is recorded on the current revision, with a day and nothing finer', () => {
    const result = acceptAnswer(situation(), tap('confidence', 0, { kind: 'point', point: 4 }));
    expect(result).toEqual({
      outcome: 'recorded',
      isChange: false,
      sheet: {
        waveId: 'w1',
        answerKey: 'key',
        atomId: 'atom',
        answeredOn: '2026-11-23',
        revision: 1,
        values: { confidence: { kind: 'point', point: 4 } },
      },
    });
  });

  it.each([
    ['a question the wave does not ask', tap('other', 0, { kind: 'point', point: 4 })],
    ['a point for a scale', tap('support', 0, { kind: 'point', point: 4 })],
    ['a number outside the scale', tap('support', 0, { kind: 'number', number: 11 })],
    ['a fraction', tap('support', 0, { kind: 'number', number: 1.5 })],
    ['a choice that is not offered', tap('barrier', 0, { kind: 'choice', choice: 'lifts' })],
    ['"not my area" where it is not offered', tap('support', 0, { kind: 'outside', outside: 'notMyArea' })],
  ])('is refused for %s', (_what, refused) => {
    expect(acceptAnswer(situation(), refused)).toEqual({ outcome: 'notAnAnswer' });
  });
});

describe('late, repeated and reordered deliveries', () => {
  /** A person taps on the card they see (or on an old one); Teams delivers each tap one to three times, in any order. */
  const deliveries = fc
    .array(
      fc.record({
        question: fc.constantFrom('confidence'),
        point: fc.constantFrom(...points),
        staleness: fc.constantFrom(0, 0, 0, 1, 2),
        copies: fc.integer({ min: 1, max: 3 }),
        delays: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 }),
      }),
      { maxLength: 10 },
    )
    .map((taps) => {
      let revision = 0;
      return taps
        .flatMap(({ question, point, staleness, copies, delays }, index) => {
          const on = Math.max(0, revision - staleness);
          if (staleness === 0) revision += 1;
          const sent = tap(question, on, { kind: 'point', point });
          return delays.slice(0, copies).map((delay) => ({ at: index + delay, sent }));
        })
        .sort((a, b) => a.at - b.at)
        .map(({ sent }) => sent);
    });

  it('apply the first tap delivered on the current revision, and nothing older', () => {
    fc.assert(
      fc.property(deliveries, (taps) => {
        let sheet: AnswerSheet | undefined;
        const applied: Tap[] = [];
        const outcomes: [told: string, due: string][] = [];
        for (const one of taps) {
          const before = sheet?.revision ?? 0;
          const result = acceptAnswer(situation(sheet), one);
          outcomes.push([result.outcome, one.revision === before ? 'recorded' : 'outOfDate']);
          if (result.outcome === 'recorded') {
            sheet = result.sheet;
            applied.push(one);
          }
        }
        expect(outcomes.filter(([told, due]) => told !== due)).toEqual([]);
        const revisions = new Set(applied.map(({ revision }) => revision));
        const value = sheet?.values[asId<QuestionId>('confidence')];
        expect([sheet?.revision ?? 0, revisions.size, value]).toEqual([
          applied.length,
          applied.length,
          applied.at(-1)?.value,
        ]);
      }),
      { numRuns: 500 },
    );
  });
});
