import type { Day } from '../../../src/domain/instant';
import { checkSending } from '../../../src/domain/programme/check-sending';
import { mayOpenCheck } from '../../../src/domain/pulse/may-open-check';
import type { SendingPolicy } from '../../../src/domain/timing/sending-policy';
import { aProgramme, aPulse, leadOid, sroOid } from '../../support/samples';

const day = (value: string) => value as Day;
const approvedBy = (aadObjectId: string, approvedOn = '2027-01-04') => ({
  goLiveChecks: { approvedBy: aadObjectId, approvedOn: day(approvedOn) },
});
const programme = (sending: SendingPolicy) => ({ ...aProgramme(), sending });

describe('a check after go-live', () => {
  const check = { ...aPulse(), questions: aPulse().questions.slice(0, 1), isCheck: true };
  const goLive = day('2027-01-18');

  test.each([
    ['2027-01-17', false],
    ['2027-01-18', true],
    ['2027-02-14', true],
    ['2027-02-15', false],
  ])('may open for 28 days from the go-live on: %s, %s', (today, expected) => {
    expect(mayOpenCheck(programme(approvedBy(sroOid)), check, day(today))).toBe(expected);
  });

  test('needs the approval of whoever is SRO now, made by that day', () => {
    expect(mayOpenCheck(programme({}), check, goLive)).toBe(false);
    expect(mayOpenCheck(programme(approvedBy(leadOid)), check, goLive)).toBe(false);
    expect(mayOpenCheck(programme(approvedBy(sroOid.toUpperCase())), check, goLive)).toBe(true);
    expect(mayOpenCheck(programme(approvedBy(sroOid, '2027-01-19')), check, goLive)).toBe(false);
  });

  test('has one question; a pulse needs none of it', () => {
    expect(mayOpenCheck(programme(approvedBy(sroOid)), { ...aPulse(), isCheck: true }, goLive)).toBe(false);
    expect(mayOpenCheck(programme({}), aPulse(), goLive)).toBe(true);
  });
});

describe('what a programme file says about sending', () => {
  const problems = (sending: SendingPolicy, isSynthetic = true) =>
    checkSending({ ...programme(sending), isSynthetic }).map(({ path }) => path.join('.'));
  const blackout = { from: day('2026-12-21'), to: day('2027-01-03'), why: 'Winter plan' };

  test('may leave out days for everybody or for site groups that exist', () => {
    expect(problems({ blackouts: [blackout, { ...blackout, siteGroups: ['acute'] }] })).toEqual([]);
    expect(problems({ blackouts: [{ ...blackout, siteGroups: ['acute', 'moon'] }] })).toEqual([
      'sending.blackouts.0.siteGroups.1',
    ]);
    expect(problems({ blackouts: [{ ...blackout, to: day('2026-12-20') }] })).toEqual([
      'sending.blackouts.0.to',
    ]);
    // "Until further notice" is no day: nobody's next hour could be found.
    const further = (to: string) => ({ blackouts: [{ ...blackout, to: day(to) }] });
    expect(problems(further('2027-12-21'))).toEqual([]);
    expect(problems(further('9999-12-31'))).toEqual(['sending.blackouts.0.to']);
  });

  test('names an SRO as the approver, and keeps quiet hours unless everybody is invented', () => {
    expect(problems(approvedBy(sroOid))).toEqual([]);
    expect(problems(approvedBy(leadOid))).toEqual(['sending.goLiveChecks.approvedBy']);
    expect(problems({ anyTime: true })).toEqual([]);
    expect(problems({ anyTime: true }, false)).toEqual(['sending.anyTime']);
  });
});
