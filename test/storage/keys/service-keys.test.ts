import { createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { type AtomId, asId, type OrganisationId, type PersonId, type WaveId } from '../../../src/domain/ids';
import type { Instant } from '../../../src/domain/instant';
import { ServiceKeys } from '../../../src/storage/keys/service-keys';

const serviceKey = Buffer.alloc(32, 7);
const keys = new ServiceKeys(serviceKey);
const wave = asId<WaveId>('wave-1');
const person = keys.personIdOf('tenant', 'object');

test('a wave key opens again under the same service key and gives the same answer keys', () => {
  const wrapped = keys.newWaveKey(wave);
  const [first, second] = [keys, new ServiceKeys(serviceKey)].map((each) =>
    each.unwrapWaveKey(wave, wrapped),
  );
  expect(first?.answerKeyOf(person)).toMatch(/^[\w-]{43}$/);
  expect(second?.answerKeyOf(person)).toBe(first?.answerKeyOf(person));
  expect(wrapped.keyId).toBe(createHash('sha256').update(serviceKey).digest('hex').slice(0, 8));
});

test('every wave key is random: the same person has another answer key in each', () => {
  const answerKeys = Array.from({ length: 50 }, () =>
    keys.unwrapWaveKey(wave, keys.newWaveKey(wave)).answerKeyOf(person),
  );
  expect(new Set(answerKeys).size).toBe(50);
});

test('the keys of an answer, of its comments and of a closed wave’s comments are kept apart', () => {
  const key = keys.unwrapWaveKey(wave, keys.newWaveKey(wave));
  const comment = key.commentKeyOf(person, 'words');
  expect(key.commentKeyOf(person, 'words')).toBe(comment);
  const all = [
    key.answerKeyOf(person),
    comment,
    key.commentKeyOf(person, 'other words'),
    key.commentKeyOf(asId<PersonId>('other'), 'words'),
    key.unlinkedKeyOf(comment),
    key.unlinkedKeyOf(person),
    key.answerKeyOf(asId<PersonId>(comment)),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test('where a person ends and their words begin cannot be shifted', () => {
  const key = keys.unwrapWaveKey(wave, keys.newWaveKey(wave));
  expect(key.commentKeyOf(asId<PersonId>('ab'), 'c')).not.toBe(key.commentKeyOf(asId<PersonId>('a'), 'bc'));
  expect(keys.personIdOf('ab', 'c')).not.toBe(keys.personIdOf('a', 'bc'));
});

test('another service key is named with its id, and opens nothing', () => {
  const other = new ServiceKeys(randomBytes(32));
  const wrapped = keys.newWaveKey(wave);
  expect(() => other.unwrapWaveKey(wave, wrapped)).toThrow(keys.keyId);
  expect(() => other.unwrapWaveKey(wave, wrapped)).toThrow(other.keyId);
  expect(() => other.unwrapWaveKey(wave, { ...wrapped, keyId: other.keyId })).toThrow('damaged');
});

test('a wrapped key put under another wave, or changed anywhere, does not open', () => {
  const wrapped = keys.newWaveKey(wave);
  expect(() => keys.unwrapWaveKey(asId<WaveId>('wave-2'), wrapped)).toThrow('another wave');
  fc.assert(
    fc.property(fc.nat({ max: 59 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const bytes = Buffer.from(wrapped.wrapped, 'base64url');
      bytes[place] = (bytes[place] ?? 0) ^ change;
      const changed = { ...wrapped, wrapped: bytes.toString('base64url') };
      expect(() => keys.unwrapWaveKey(wave, changed)).toThrow('damaged');
    }),
  );
  for (const wrong of ['', 'AAAA', wrapped.wrapped.slice(0, 40)]) {
    expect(() => keys.unwrapWaveKey(wave, { ...wrapped, wrapped: wrong })).toThrow('damaged');
  }
});

test('a person has one id, whatever the case in which the directory writes theirs', () => {
  expect(keys.personIdOf('Tenant', 'ABC-1')).toBe(keys.personIdOf('tenant', 'abc-1'));
  expect(keys.personIdOf('tenant', 'abc-1')).toMatch(/^[0-9a-f]{32}$/);
  expect(new ServiceKeys(randomBytes(32)).personIdOf('tenant', 'object')).toBe(person);
  expect(keys.personIdOf('other', 'object')).not.toBe(person);
});

test('the chain is signed under a key of its own', () => {
  const { mac } = keys.chainMac('entry');
  expect(keys.chainMac('entry')).toEqual({ mac, keyId: keys.keyId });
  expect(keys.chainMac('entry2').mac).not.toBe(mac);
  expect(mac).not.toBe(createHmac('sha256', serviceKey).update('entry').digest('hex'));
});

test('a chart’s address is signed under a key of its own, and only its very letters pass', () => {
  const mac = keys.chartMac('address');
  expect(keys.isChartMac('address', mac)).toBe(true);
  expect(mac).not.toBe(createHmac('sha256', serviceKey).update('address').digest('base64url'));
  expect(Buffer.from(mac, 'base64url').toString('hex')).not.toBe(keys.chainMac('address').mac);
  expect(new ServiceKeys(randomBytes(32)).isChartMac('address', mac)).toBe(false);
  for (const wrong of ['', `${mac}=`, mac.slice(1), mac.toUpperCase(), `${mac.slice(0, -1)}~`]) {
    expect(keys.isChartMac('address', wrong)).toBe(false);
  }
});

test('a service key of any other length than 32 bytes is refused', () => {
  for (const length of [0, 16, 31, 33, 64])
    expect(() => new ServiceKeys(Buffer.alloc(length))).toThrow(RangeError);
});

describe('a person concerned with an issue', () => {
  const recipient = { personId: person, organisationId: asId<OrganisationId>('RZZ') };
  const issue = keys.issueIdOf(person, 'draft-1');

  test('raises the same issue when the same card arrives again, and another with another card', () => {
    expect(keys.issueIdOf(person, 'draft-1')).toBe(issue);
    expect(keys.issueIdOf(person, 'draft-2')).not.toBe(issue);
    expect(keys.issueIdOf(asId<PersonId>('other'), 'draft-1')).not.toBe(issue);
    expect(issue).not.toContain(person.slice(0, 6));
  });

  test('has another key in every issue', () => {
    const other = keys.issueIdOf(person, 'draft-2');
    expect(keys.concernKeyOf(issue, person)).toBe(keys.concernKeyOf(issue, person));
    expect(keys.concernKeyOf(other, person)).not.toBe(keys.concernKeyOf(issue, person));
    expect(new ServiceKeys(randomBytes(32)).concernKeyOf(issue, person)).not.toBe(
      keys.concernKeyOf(issue, person),
    );
  });

  test('is found again by whoever has the service key, and by nobody else', () => {
    const sealed = keys.sealRecipient(issue, recipient);
    expect(keys.openRecipient(issue, sealed)).toEqual(recipient);
    expect(() => new ServiceKeys(randomBytes(32)).openRecipient(issue, sealed)).toThrow(keys.keyId);
    expect(() => keys.openRecipient(keys.issueIdOf(person, 'draft-2'), sealed)).toThrow();
  });

  test('looks like everybody else: seals never repeat, and all have one length', () => {
    const seals = ['A', 'RZZ99', 'a-longer-code'].flatMap((organisation) => {
      const one = { ...recipient, organisationId: asId<OrganisationId>(organisation) };
      return [keys.sealRecipient(issue, one), keys.sealRecipient(issue, one)];
    });
    expect(new Set(seals.map(({ sealed }) => sealed)).size).toBe(seals.length);
    expect(new Set(seals.map(({ sealed }) => sealed.length)).size).toBe(1);
    const tooLong = { ...recipient, organisationId: asId<OrganisationId>('x'.repeat(200)) };
    expect(() => keys.sealRecipient(issue, tooLong)).toThrow(RangeError);
  });
});

test('a sitting opens under its wave’s key for its own champion, and for nobody else', () => {
  const [key, other] = [0, 1].map(() => keys.unwrapWaveKey(wave, keys.newWaveKey(wave)));
  const champion = keys.personIdOf('tenant', 'champion');
  const sitting = {
    personId: person,
    codeKey: keys.codeKeyOf(asId('p'), 'ABCDEFGH'),
    atomId: asId<AtomId>('acute|nursing'),
    endsAt: '2026-11-23T10:35:00.000Z' as Instant,
  };
  const sealed = key?.sealSitting(champion, sitting) ?? '';
  expect(key?.openSitting(champion, sealed)).toEqual(sitting);
  expect(key?.sealSitting(champion, sitting)).not.toBe(sealed);
  expect(key?.openSitting(person, sealed)).toBeUndefined();
  expect(other?.openSitting(champion, sealed)).toBeUndefined();
  for (const damaged of ['', 'x', sealed.slice(0, -4), `A${sealed.slice(1)}x`]) {
    expect(key?.openSitting(champion, damaged)).toBeUndefined();
  }
});

test('where copies are opens under its wave’s key for its own person, and looks alike whether there are any', () => {
  const [key, other] = [0, 1].map(() => keys.unwrapWaveKey(wave, keys.newWaveKey(wave)));
  const copies = [
    { activityId: '1700000000001', wording: 0 },
    { activityId: 'é'.repeat(80), wording: 1 },
  ];
  const seals = [[], copies.slice(0, 1), copies].map((some) => key?.sealCopies(person, some) ?? '');
  expect(seals.map((sealed) => key?.openCopies(person, sealed))).toEqual([[], copies.slice(0, 1), copies]);
  expect(new Set(seals.map(({ length }) => length)).size).toBe(1);
  expect(key?.sealCopies(person, [])).not.toBe(seals[0]);
  const tooLong = key?.sealCopies(person, [
    { activityId: 'x'.repeat(300), wording: 0 },
    ...copies.slice(0, 1),
  ]);
  expect(key?.openCopies(person, tooLong ?? '')).toEqual(copies.slice(0, 1));
  for (const [opener, owner] of [
    [other, person],
    [key, keys.personIdOf('tenant', 'another')],
  ] as const) {
    expect(opener?.openCopies(owner, seals[2] ?? '')).toEqual([]);
  }
});

test('a code’s key is of its programme, and its mark in a wave is of that wave', () => {
  expect(keys.codeKeyOf(asId('p'), 'ABCDEFGH')).not.toBe(keys.codeKeyOf(asId('q'), 'ABCDEFGH'));
  const codeKey = keys.codeKeyOf(asId('p'), 'ABCDEFGH');
  const marks = [0, 1].map(() => keys.unwrapWaveKey(wave, keys.newWaveKey(wave)).usedCodeKeyOf(codeKey));
  expect(new Set([codeKey, ...marks]).size).toBe(3);
});
