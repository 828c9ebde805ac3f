import fc from 'fast-check';
import { chartAddress, chartToken, readChartToken } from '../../src/app/wave/chart-address';
import type { ChartSubject } from '../../src/domain/chart/chart-subject';
import { asId } from '../../src/domain/ids';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { FakeClock } from '../support/fake-clock';

const keys = new ServiceKeys(new Uint8Array(32).fill(7));
const others = new ServiceKeys(new Uint8Array(32).fill(8));
const day = 86_400_000;
const context = () => ({ keys, clock: new FakeClock('2026-12-08T17:05:00.000Z') });

const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const subjects: fc.Arbitrary<ChartSubject> = fc
  .record({
    programmeId: id,
    waveId: id,
    groupId: id,
    escalationId: id,
    gateId: id,
    number: fc.nat(30),
    kind: fc.constantFrom('groups', 'distribution', 'trend', 'evidence', 'evidenceTrend', 'gate'),
  })
  .map(({ kind, number, ...ids }) => {
    const programmeId = asId<ChartSubject['programmeId']>(ids.programmeId);
    switch (kind) {
      case 'groups':
        return { kind, programmeId, waveId: asId(ids.waveId) };
      case 'distribution':
      case 'trend':
        return { kind, programmeId, waveId: asId(ids.waveId), groupId: asId(ids.groupId) };
      case 'evidence':
        return { kind, programmeId, escalationId: asId(ids.escalationId), pieces: number };
      case 'evidenceTrend':
        return { kind, programmeId, escalationId: asId(ids.escalationId), piece: number };
      default:
        return { kind: 'gate', programmeId, gateId: asId(ids.gateId) };
    }
  });

const subject: ChartSubject = {
  kind: 'groups',
  programmeId: asId('larkfield'),
  waveId: asId('larkfield.w4'),
};

test('a token is read back by who signed it, as the path of an address may hold it', () => {
  fc.assert(
    fc.property(subjects, (one) => {
      const token = chartToken(context(), one);
      expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/);
      expect(readChartToken(context(), token)?.subject).toEqual(one);
    }),
  );
});

test('a token that differs in any letter, is longer or shorter, or was signed with another key is none', () => {
  fc.assert(
    fc.property(subjects, fc.nat(), fc.constantFrom(...'Aa0-_.~%'), (one, at, letter) => {
      const token = chartToken(context(), one);
      const place = at % token.length;
      const altered = token.slice(0, place) + letter + token.slice(place + 1);
      fc.pre(altered !== token);
      for (const wrong of [altered, `${token}A`, `${token}.`, token.slice(0, -1), token.slice(1)]) {
        expect(readChartToken(context(), wrong)).toBeUndefined();
      }
      expect(readChartToken({ ...context(), keys: others }, token)).toBeUndefined();
    }),
  );
});

test('nothing that somebody makes up is a token', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (made) => {
      expect(readChartToken(context(), made)).toBeUndefined();
    }),
  );
});

test('a part of one token does not go with a part of another', () => {
  const [one, other] = [subject, { ...subject, waveId: asId<typeof subject.waveId>('larkfield.w5') }].map(
    (which) => chartToken(context(), which),
  );
  const mixed = `${one?.split('.')[0]}.${other?.split('.')[1]}`;
  expect(readChartToken(context(), mixed)).toBeUndefined();
});

test('holds for thirty whole days after its own, then no more', async () => {
  const { clock } = context();
  const token = chartToken({ keys, clock }, subject);
  const read = readChartToken({ keys, clock }, token);
  expect(read?.until).toBe('2027-01-08T00:00:00.000Z');
  await clock.advance(30 * day);
  expect(readChartToken({ keys, clock }, token)).toEqual(read);
  await clock.advance(day);
  expect(readChartToken({ keys, clock }, token)).toBeUndefined();
});

test('is the same all day, so that everybody gets the same card', async () => {
  const { clock } = context();
  const first = chartToken({ keys, clock }, subject);
  await clock.advance(6 * 3_600_000);
  expect(chartToken({ keys, clock }, subject)).toBe(first);
  await clock.advance(3_600_000);
  expect(chartToken({ keys, clock }, subject)).not.toBe(first);
});

test('says ids and a day, and nothing else', () => {
  const [content = ''] = chartToken(context(), subject).split('.');
  expect(JSON.parse(Buffer.from(content, 'base64url').toString())).toEqual([
    '2027-01-08',
    'groups',
    'larkfield',
    'larkfield.w4',
  ]);
});

test('an address begins with the public one; without it there is none', () => {
  const settings = { answerDeadlineMs: 1, sealWaitMs: 1, backupRetentionDays: 30 };
  const address = chartAddress(
    { ...context(), settings: { ...settings, publicUrl: 'https://bot.example' } },
    subject,
  );
  expect(address).toBe(`https://bot.example/charts/${chartToken(context(), subject)}.png`);
  expect(chartAddress({ ...context(), settings }, subject)).toBeUndefined();
});
