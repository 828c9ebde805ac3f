/** The rules of answering beside a champion: codes, sittings, champions, sends, and what a release says of it. */

import fc from 'fast-check';
import { CodeAttempts } from '../../../src/app/assist/code-attempts';
import { accessCodeOf, readAccessCode, spellAccessCode } from '../../../src/domain/assist/access-code';
import { championOf, mayAssist } from '../../../src/domain/assist/champion';
import { isRunning, newSitting } from '../../../src/domain/assist/sitting';
import { newCampaign, newDelivery } from '../../../src/domain/campaign/plan-campaign';
import { type AssistedLine, assistedAnswers } from '../../../src/domain/disclosure/assisted-answers';
import { asId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/instant';
import { acceptAssistedRow, vocabularyOf } from '../../../src/domain/programme/accept-person-row';
import { checkProgramme } from '../../../src/domain/programme/check-programme';
import { aProgramme, leadOid, sroOid } from '../../support/samples';

const now = '2026-11-23T10:20:00.000Z' as Instant;

describe('a one-time code', () => {
  const code = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
    const hex = Buffer.from(bytes).toString('hex');
    return accessCodeOf(hex);
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(one).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
        expect(readAccessCode(spellAccessCode(one))).toBe(one);
        expect(readAccessCode(` ${one.toLowerCase()} `)).toBe(one);
      }),
      { numRuns: 100 },
    );
  });

  it('is not taken for another when one character is wrong or two neighbours change places', () => {
    fc.assert(
      fc.property(
        code,
        fc.nat(7),
        fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'),
        (one, at, other) => {
          const wrong = one.slice(0, at) + other + one.slice(at + 1);
          if (wrong !== one) expect(readAccessCode(wrong)).toBeUndefined();
          const swapped =
            one.slice(0, at) +
            one
              .slice(at, at + 2)
              .split('')
              .reverse()
              .join('') +
            one.slice(at + 2);
          if (swapped !== one) expect(readAccessCode(swapped)).toBeUndefined();
        },
      ),
      { numRuns: 150 },
    );
    for (const none of ['', 'ABCD', 'O000-0000', '2345-67891']) expect(readAccessCode(none)).toBeUndefined();
  });
});

it('a sitting lasts fifteen minutes', () => {
  const sitting = newSitting({ personId: asId('p'), codeKey: 'k', atomId: asId('a') }, now);
  expect(isRunning(sitting, '2026-11-23T10:34:59.999Z' as Instant)).toBe(true);
  expect(isRunning(sitting, '2026-11-23T10:35:00.000Z' as Instant)).toBe(false);
});

it('a champion may try ten wrong codes in an hour of the clock; right ones do not count', () => {
  const attempts = new CodeAttempts();
  const champion = asId<Parameters<CodeAttempts['take']>[0]>('c');
  for (let right = 0; right < 30; right += 1) {
    expect(attempts.take(champion, now)).toBe(true);
    attempts.giveBack(champion);
  }
  // Many at once are counted like one after another.
  const taken = Array.from({ length: 12 }, () => attempts.take(champion, now));
  expect(taken.filter(Boolean)).toHaveLength(10);
  expect(attempts.take(asId('another'), now)).toBe(true);
  expect(attempts.take(champion, '2026-11-23T11:00:00.000Z' as Instant)).toBe(true);
});

describe('champions', () => {
  const programme = {
    ...aProgramme(),
    champions: [
      { aadObjectId: leadOid, displayName: 'Chris Champion' },
      { aadObjectId: sroOid, displayName: 'Cora Champion', sites: ['RZZ02'] },
    ],
  };

  it('are who the programme names, for the sites it names', () => {
    const [everywhere, clinic] = [leadOid.toUpperCase(), sroOid].map((oid) => championOf(programme, oid));
    expect(everywhere && mayAssist(everywhere, 'RZZ01')).toBe(true);
    expect(clinic && mayAssist(clinic, 'RZZ01')).toBe(false);
    expect(clinic && mayAssist(clinic, 'RZZ02')).toBe(true);
    expect(championOf(aProgramme(), leadOid)).toBeUndefined();
  });

  it('are each named once, for sites that are declared', () => {
    expect(checkProgramme(programme)).toEqual([]);
    const [champion] = programme.champions;
    const wrong = { ...programme, champions: [champion, { ...champion, sites: ['RZZ99'] }] };
    expect(checkProgramme(wrong as typeof programme).map(({ path }) => path.join('.'))).toEqual([
      'champions.1.aadObjectId',
      'champions.1.sites.0',
    ]);
  });
});

it('a row needs a reference that is no directory id, and is never repeated in a reason', () => {
  const row = { reference: ' A-17 ', displayName: 'Pat Porter', staffGroup: 'nurses', site: 'RZZ01' };
  const vocabulary = vocabularyOf(aProgramme());
  expect(acceptAssistedRow(row, vocabulary)).toMatchObject({ outcome: 'accepted', reference: 'a-17' });
  for (const reference of ['', leadOid, 'x'.repeat(101)]) {
    const refused = acceptAssistedRow({ ...row, reference }, vocabulary);
    expect(refused.outcome).toBe('refused');
    if (reference) expect(JSON.stringify(refused)).not.toContain(reference);
  }
});

it('nothing is sent to somebody without Teams; who asked not to be asked counts as such', () => {
  const campaign = newCampaign({
    campaignId: asId('c'),
    programmeId: asId('p'),
    purpose: 'pulse-invitation',
    audienceKind: 'respondent',
    subjectId: 'w',
    recipients: { kind: 'wave', waveId: 'w' },
    lane: 'normal',
  });
  const person = { personId: asId('p'), organisationId: asId('RZZ') } as const;
  const invited = (more: object) =>
    newDelivery(campaign, {
      ...(person as Parameters<typeof newDelivery>[1]),
      invitation: { atomId: asId('a'), isAssisted: true, ...more },
    });
  expect(invited({})).toMatchObject({ status: 'unreachable', reason: 'noTeams', attempts: 0 });
  expect(invited({ choseNotToBeAsked: true })).toMatchObject({
    status: 'cancelled',
    reason: 'choseNotToBeAsked',
  });
});

describe('what a release says of assisted answers', () => {
  const line = (
    headcount: number,
    answered: number,
    assistedHeadcount: number,
    assistedAnswered: number,
  ): AssistedLine => ({ headcount, answered, assistedHeadcount, assistedAnswered });

  it('a range of five, or fewer than the smallest group; nothing where nobody was asked that way', () => {
    expect(assistedAnswers([line(600, 250, 40, 17)], 11, 0)).toEqual({
      headcount: 40,
      answers: { label: 'between', from: 16, to: 20 },
    });
    expect(assistedAnswers([line(600, 250, 40, 10)], 11, 0)?.answers).toEqual({
      label: 'fewerThan',
      limit: 11,
    });
    expect(assistedAnswers([line(600, 250, 40, 11)], 11, 0)?.answers).toMatchObject({ from: 11, to: 15 });
    expect(assistedAnswers([], 11, 0)).toBeUndefined();
  });

  it('is silent where it would tell of a few: nearly all of a group is assisted, or hardly anybody is', () => {
    const silent = { label: 'tooSmallToShow' };
    // 21 of 22 people are assisted, 11 answered: that it was fewer than 11 of them would tell of the twenty-second.
    expect(assistedAnswers([line(22, 11, 21, 10)], 11, 0)?.answers).toEqual(silent);
    expect(assistedAnswers([line(300, 120, 2, 1)], 11, 0)?.answers).toEqual(silent);
    // A whole group: with its own answers told or withheld, the range would be a second figure of it.
    expect(assistedAnswers([line(30, 14, 30, 14), line(30, 12, 0, 0)], 11, 0)?.answers).toEqual(silent);
    // The more is hidden, the more room is needed.
    expect(assistedAnswers([line(600, 250, 40, 10)], 11, 4)?.answers).toEqual(silent);
  });

  /** Every way in which the answers of each line could be those of its assisted people. */
  function possible(lines: readonly AssistedLine[]): readonly (readonly number[])[] {
    return lines.reduce<readonly (readonly number[])[]>(
      (worlds, { headcount, answered, assistedHeadcount }) => {
        const least = Math.max(0, answered - (headcount - assistedHeadcount));
        const most = Math.min(assistedHeadcount, answered);
        const choices = Array.from({ length: most - least + 1 }, (_, index) => least + index);
        return worlds.flatMap((world) => choices.map((choice) => [...world, choice]));
      },
      [[]],
    );
  }
  const sum = (counts: readonly number[]) => counts.reduce((left, count) => left + count, 0);

  it('leaves every part of them, and of the others, four possible numbers or all it had, whoever knows every line', () => {
    const lines = fc.array(
      fc
        .tuple(fc.nat(6), fc.nat(6))
        .chain(([assisted, others]) =>
          fc.tuple(fc.constant(assisted), fc.constant(others), fc.nat(assisted), fc.nat(others)),
        )
        .map(([assisted, others, a, o]) => line(assisted + others, a + o, assisted, a)),
      { minLength: 1, maxLength: 3 },
    );
    let told = 0;
    fc.assert(
      fc.property(lines, (drawn) => {
        const { answers } = assistedAnswers(drawn, 5, 0) ?? {};
        if (!answers || answers.label === 'tooSmallToShow') return;
        told += 1;
        const [from, to] = answers.label === 'between' ? [answers.from, answers.to] : [0, answers.limit - 1];
        expect(from).toBeLessThanOrEqual(sum(drawn.map(({ assistedAnswered }) => assistedAnswered)));
        const before = possible(drawn);
        const after = before.filter((world) => sum(world) >= from && sum(world) <= to);
        for (let subset = 1; subset < 2 ** drawn.length; subset += 1) {
          const within = (world: readonly number[]) =>
            sum(world.filter((_, index) => (subset >> index) % 2 === 1));
          const [wide, narrow] = [before, after].map((worlds) => new Set(worlds.map(within)).size);
          expect(narrow).toBeGreaterThanOrEqual(Math.min(4, Number(wide)));
        }
      }),
      { numRuns: 120 },
    );
    expect(told).toBeGreaterThan(5);
  });
});
