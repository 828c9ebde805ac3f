import type { EscalationFact, EscalationSource } from '../../src/domain/escalation/escalation';
import { plusDays } from '../../src/domain/instant';
import { catalogueFor } from '../../src/text/catalogue';
import { wording } from '../../src/text/wording';

const text = catalogueFor('Europe/London');
const closesAt = '2026-12-08T17:00:00.000Z' as Parameters<typeof text.pulse.openUntil>[0];

/** Every sentence of the catalogue, functions called with arguments of any kind. */
function* sentences(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (typeof node === 'object' && node !== null)
    for (const part of Object.values(node)) yield* sentences(part);
}

test('makes one catalogue per time zone', () => {
  expect(catalogueFor('Europe/London')).toBe(text);
  expect(catalogueFor('Europe/Paris')).not.toBe(text);
  expect(() => catalogueFor('Europe/Nowhere')).toThrow(RangeError);
});

test('never promises anonymity and holds no Markdown', () => {
  for (const sentence of sentences(text)) {
    expect(sentence).not.toMatch(/anonym|threshold/i);
    expect(sentence).not.toMatch(/[*_`[\]\\]|^[-#]/);
  }
});

test('tells the horizon by the days on which answers and backups are gone', () => {
  expect(text.privacy.horizon(closesAt, 35)).toContain(
    `in backups until ${text.format.day(plusDays(closesAt, 35))}, an administrator`,
  );
});

test('never rounds a range up to the floor it is below', () => {
  expect(text.escalations.evidence('58 in 100', { lower: 0.51, upper: 0.597 }, 0.6)).toContain(
    'between 51 and just under 60 in 100',
  );
  expect(text.escalations.evidence('50 in 100', { lower: 0.42, upper: 0.58 }, 0.6)).toContain(
    'between 42 and 58',
  );
});

test('asks the standard question of one, few and many groups', () => {
  const question = (...names: string[]) => text.escalations.standardCase(names).question;
  expect(question('A')).toBe('What should we do about low confidence in A?');
  expect(question('A', 'B')).toBe('What should we do about low confidence in these groups: A; B?');
  expect(question('A', 'B', 'C', 'D')).toBe('What should we do about low confidence in these 4 groups?');
  expect(text.escalations.standardCase(['A']).options).toHaveLength(4);
});

test('asks a standard question of its own about an issue, a backlog, a gate and a review, with consequences', () => {
  const facts = [
    { kind: 'issue', title: 'Printers stand still', siteGroupName: 'Community' },
    { kind: 'backlog', issues: 23, olderThanWorkingDays: 5 },
    { kind: 'gate', gateName: 'Go-live' },
    { kind: 'review', title: 'Drug round', outcome: 'contested' },
  ] as unknown as readonly EscalationFact[];
  const cases = facts.map((fact) =>
    wording.standardCase({ source: { kind: fact.kind } as EscalationSource, evidence: [], facts: [fact] }),
  );
  expect(cases.map(({ question }) => question)).toEqual([
    'What should we do about this at Community: Printers stand still',
    '23 issues have waited longer than 5 working days with nobody dealing with them. What should we do?',
    'Nobody has decided the gate “Go-live” in time. What should happen?',
    'The design review “Drug round” ended with: contested. Which way do we go?',
  ]);
  for (const { options } of cases) {
    expect(options.length).toBeGreaterThanOrEqual(3);
    expect(options.every(({ consequence }) => consequence.length > 0)).toBe(true);
  }
});
