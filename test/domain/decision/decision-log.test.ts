/** The decision log holds what was known and nobody's name, and whatever is done to it afterwards is found. */

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { sampleCase, sampleDecision, sampleEvidence } from '../../../src/cards/sample-escalation';
import { chainedContent } from '../../../src/domain/decision/chained-content';
import type { Decision, DecisionLogEntry } from '../../../src/domain/decision/decision';
import { decisionOnEscalation } from '../../../src/domain/decision/decision-on-escalation';
import { replacedBy } from '../../../src/domain/decision/replaced-by';
import { type ChainMac, type StoredEntry, verifyChain } from '../../../src/domain/decision/verify-chain';
import type { Escalation } from '../../../src/domain/escalation/escalation';
import { asId, type DecisionId } from '../../../src/domain/ids';
import type { Day, Instant } from '../../../src/domain/instant';

const macUnder =
  (key: string): ChainMac =>
  (content) => ({ mac: createHmac('sha256', key).update(content).digest('hex'), keyId: `key-${key}` });
const chainMac = macUnder('one');
const at = (day: number) => `2026-12-${String(day).padStart(2, '0')}T10:00:00.000Z` as Instant;

const escalation: Escalation = {
  escalationId: asId('escalation.w'),
  programmeId: asId('larkfield'),
  source: { kind: 'issue', issueId: asId('issue-1') },
  status: 'decided',
  raisedAt: at(1),
  policy: {
    leadWithinWorkingDays: 3,
    decideWithinWorkingDays: 5,
    steps: [
      { role: 'sro', decideWithinHours: 8 },
      { person: holder('Nadia Name'), decideWithinHours: 8 },
    ],
    board: holder('Boris Name'),
    sponsors: [{ category: 'safety', aadObjectId: 'oid-s' }],
  },
  evidence: sampleEvidence,
  facts: [
    {
      kind: 'issue',
      issueId: asId('issue-1'),
      title: 'The drug round takes twice as long',
      category: 'workflow',
      effect: 'careCouldSuffer',
      siteGroupName: 'St Bride’s',
      raisedOn: '2026-11-20' as Day,
      support: 'moreThanTen',
      isHazard: false,
    },
  ],
  advice: [
    { by: asId('p-1'), byName: 'Ada Name', role: 'sponsor', words: 'Wait for the audit.', givenAt: at(2) },
    { by: asId('p-1'), byName: 'Ada Name', role: 'sponsor', words: 'Too late.', givenAt: at(9) },
  ],
  moreAsked: [
    {
      number: 1,
      words: 'How many wards?',
      askedBy: asId('p-sro'),
      askedByName: 'Amara Name',
      askedAt: at(2),
      answer: { words: 'Four.', by: asId('p-lead'), byName: 'Tom Name', answeredAt: at(3) },
    },
  ],
  leadActsBy: at(3),
  case: sampleCase,
  earlierAssignments: [],
  assignment: { asked: [], carded: [], assignedAt: at(2), decideBy: at(9), delegatedBy: asId('p-sro') },
  decision: { ...sampleDecision, decidedByName: 'Amara Name', decidedAt: at(4), evidenceCount: 2 },
  earlierDecisions: [],
  intents: [],
};
function holder(displayName: string) {
  return { aadObjectId: `oid of ${displayName}`, displayName };
}
const pseudonymOf = ({ aadObjectId }: { aadObjectId: string }) =>
  asId<never>(`pseudonym-${aadObjectId.length}`);
const logged = decisionOnEscalation(escalation, 1, pseudonymOf);

describe('what is logged', () => {
  it('holds nobody’s name and no directory id, wherever the escalation has them', () => {
    expect(JSON.stringify(escalation).match(/ Name/g)).toHaveLength(9);
    expect(JSON.stringify(logged)).not.toMatch(/ Name|oid/);
    expect(logged).toMatchObject({
      decidedBy: 'p-sro',
      role: 'sro',
      delegatedBy: 'p-sro',
      policy: { board: 'pseudonym-17', steps: [{ role: 'sro' }, { person: 'pseudonym-17' }] },
    });
  });

  it('holds what was known then, not what came later', () => {
    expect(logged.evidence).toHaveLength(2);
    expect(logged.advice?.map(({ words }) => words)).toEqual(['Wait for the audit.']);
    expect(logged.moreAsked?.[0]?.answer?.words).toBe('Four.');
    const [more] = escalation.moreAsked ?? [];
    if (!more?.answer) throw new Error('no answer');
    const late = { ...more, answer: { ...more.answer, answeredAt: at(8) } };
    expect(
      decisionOnEscalation({ ...escalation, moreAsked: [late] }, 1, pseudonymOf).moreAsked?.[0],
    ).not.toHaveProperty('answer');
    expect(logged.facts).toEqual(escalation.facts);
  });

  it('says when it is to be looked at again, and what it takes the place of', () => {
    expect(logged).not.toHaveProperty('reviewOn');
    const decision = { ...sampleDecision, reviewOn: '2027-03-01' as Day, supersedes: asId<DecisionId>('d0') };
    expect(decisionOnEscalation({ ...escalation, decision }, 1, pseudonymOf)).toMatchObject({
      reviewOn: '2027-03-01T08:00:00.000Z',
      supersedes: 'd0',
    });
  });
});

function chainOf(decisions: readonly Decision[], mac: ChainMac = chainMac): StoredEntry[] {
  let previousMac = '';
  return decisions.map((decision, index) => {
    const place = { ...decision, seq: index + 1, previousMac };
    const entry: DecisionLogEntry = { ...place, ...mac(chainedContent(place)) };
    previousMac = entry.mac;
    return { place: index + 1, entry, isFiledRight: true };
  });
}
const decisions = (count: number) =>
  Array.from(
    { length: count },
    (_, index): Decision => ({
      ...logged,
      decisionId: asId(`d${index + 1}`),
      rationale: `Because of ${index}.`,
      escalationId: asId(`escalation.${index % 3}`),
      ...(index % 4 === 3 ? { supersedes: asId<DecisionId>(`d${index - 2}`) } : {}),
    }),
  );
const chains = fc.integer({ min: 1, max: 5 }).map((count) => chainOf(decisions(count)));
const headOf = (chain: readonly StoredEntry[]) => {
  const last = chain.at(-1);
  return last ? [{ seq: last.place, head: last.entry.mac }] : [];
};

/** Every path to a value in it. */
function* pathsIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* pathsIn(inner, [...path, key]);
}
function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);
}

describe('verifying', () => {
  it('finds nothing wrong with a log as it was written, whatever head is known', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, pick) => {
        const some = chain[pick % chain.length];
        const verdict = verifyChain(chain, chainMac, headOf(some ? [some] : []));
        expect(verdict).toEqual({ entries: chain.length, head: headOf(chain)[0], problems: [] });
      }),
    );
    expect(verifyChain([], chainMac)).toEqual({ entries: 0, problems: [] });
  });

  it('finds every single change of any stored chain, and where it is', () => {
    const junk = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([]));
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), junk, fc.boolean(), (chain, which, where, value, removes) => {
        const place = which % chain.length;
        const stored = chain[place];
        if (!stored) return;
        const paths = [...pathsIn(stored.entry)];
        const path = paths[where % paths.length] ?? [];
        fc.pre(removes || JSON.stringify(valueAt(stored.entry, path)) !== JSON.stringify(value));
        const entry = structuredClone(stored.entry) as unknown as Record<string, unknown>;
        const parent = valueAt(entry, path.slice(0, -1)) as Record<string, unknown>;
        const key = path.at(-1) ?? '';
        if (Array.isArray(parent) && removes) parent.splice(Number(key), 1);
        else if (removes) delete parent[key];
        else parent[key] = value;
        const changed = chain.with(place, { ...stored, entry: entry as unknown as DecisionLogEntry });
        const { problems } = verifyChain(changed, chainMac);
        expect(problems.map(({ seq }) => seq)).toContain(place + 1);
      }),
    );
  });

  it('finds an entry that was added to, also by a field that nobody reads', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.string({ minLength: 1 }), (chain, which, name) => {
        const place = which % chain.length;
        const stored = chain[place];
        if (!stored || name in stored.entry) return;
        const entry = { ...stored.entry, [name]: 'x' };
        const { problems } = verifyChain(chain.with(place, { ...stored, entry }), chainMac);
        expect(problems).toEqual([{ kind: 'edited', seq: place + 1 }]);
      }),
    );
  });

  it('finds what is gone, from the middle by what follows and from the end by a known head', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, which) => {
        const place = which % chain.length;
        const { problems } = verifyChain(chain.toSpliced(place, 1), chainMac, headOf(chain));
        const isLast = place === chain.length - 1;
        expect(problems).toEqual([
          isLast ? { kind: 'truncated', seq: place + 1 } : { kind: 'missing', seq: place + 1, to: place + 1 },
        ]);
      }),
    );
    const four = chainOf(decisions(4));
    expect(verifyChain([], chainMac, headOf(four)).problems).toEqual([{ kind: 'truncated', seq: 1 }]);
  });

  it('finds two entries that changed places, whether or not their numbers were changed with them', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), fc.boolean(), (chain, one, other, renumbers) => {
        const [a, b] = [one % chain.length, other % chain.length];
        fc.pre(a !== b);
        const moved = (from: number, to: number): StoredEntry => {
          const stored = chain[from];
          if (!stored) throw new Error('no entry');
          const entry = renumbers ? { ...stored.entry, seq: to + 1 } : stored.entry;
          return { ...stored, place: to + 1, entry };
        };
        const { problems } = verifyChain(chain.with(a, moved(b, a)).with(b, moved(a, b)), chainMac);
        expect(problems.map(({ seq }) => seq)).toEqual(expect.arrayContaining([a + 1, b + 1]));
      }),
    );
  });

  it('finds a log written anew, by a head that somebody kept', () => {
    const kept = headOf(chainOf(decisions(5)).slice(0, 3));
    const anew = chainOf(decisions(6).map((decision) => ({ ...decision, rationale: 'Something else.' })));
    expect(verifyChain(anew, chainMac).problems).toEqual([]);
    expect(verifyChain(anew, chainMac, kept).problems).toEqual([{ kind: 'otherHead', seq: 3 }]);
  });

  it('names entries chained under another key, and those filed where they do not belong', () => {
    const [one, two, three] = chainOf(decisions(3)) as [StoredEntry, StoredEntry, StoredEntry];
    const foreign = { ...two, entry: { ...two.entry, keyId: 'key-two' } };
    expect(verifyChain([one, foreign, three], chainMac).problems).toEqual([
      { kind: 'otherKey', seq: 2, keyId: 'key-two' },
    ]);
    expect(verifyChain([one, { ...two, isFiledRight: false }, three], chainMac).problems).toEqual([
      { kind: 'edited', seq: 2 },
    ]);
    expect(verifyChain([one, two, { ...three, place: Number.NaN }], chainMac).problems).toEqual([
      { kind: 'misplaced', seq: 3 },
    ]);
    const all = chainOf(decisions(2), macUnder('two'));
    expect(verifyChain(all, chainMac).problems.map(({ kind }) => kind)).toEqual(['otherKey', 'otherKey']);
  });

  it('still agrees with entries from before facts, advice and superseding were kept', () => {
    const { source: _source, facts: _facts, advice: _advice, moreAsked: _more, ...old } = logged;
    const entry = {
      ...old,
      policy: { leadWithinWorkingDays: 3, decideWithinWorkingDays: 5 },
      seq: 1,
      previousMac: '',
    };
    expect(chainedContent(entry)).not.toMatch(/facts|advice|supersedes|moreAsked/);
    const stored = { place: 1, entry: { ...entry, ...chainMac(chainedContent(entry)) }, isFiledRight: true };
    expect(verifyChain([stored], chainMac).problems).toEqual([]);
  });
});

it('knows which decision stands in the place of which', () => {
  const chain = chainOf(decisions(5)).map(({ entry }) => entry);
  const replaced = replacedBy(chain);
  // The fourth says so of the first; the fifth is on the same escalation as the second.
  expect([...replaced].map(([id, by]) => [id, by.decisionId])).toEqual([
    ['d1', 'd4'],
    ['d2', 'd5'],
  ]);
});

it('does not take the earlier of two for the later because it was logged second', () => {
  const [first, second] = decisions(4).filter((_, index) => index % 3 === 0) as [Decision, Decision];
  const chain = chainOf([
    { ...second, decidedAt: at(8), supersedes: first.decisionId } as Decision,
    { ...first, decidedAt: at(7) },
  ]);
  expect([...replacedBy(chain.map(({ entry }) => entry)).keys()]).toEqual([first.decisionId]);
});
