import fc from 'fast-check';
import { acceptPersonRow, vocabularyOf } from '../../../src/domain/programme/accept-person-row';
import type { PersonRow } from '../../../src/domain/programme/person-row';
import { aProgramme } from '../../support/samples';

const vocabulary = vocabularyOf(aProgramme());
const plain: PersonRow = {
  aadObjectId: 'BBBBBBBB-0000-4000-8000-000000000001',
  displayName: ' Nia Fernwick ',
  staffGroup: 'nurses',
  site: 'RZZ01',
};
const accepted = (change: Partial<PersonRow>) => acceptPersonRow({ ...plain, ...change }, vocabulary);
const reasonsOf = (change: Partial<PersonRow>) => {
  const result = accepted(change);
  return result.outcome === 'refused' ? result.reasons : [];
};

describe('a row of a people file', () => {
  it('becomes a person of the organisation that its site belongs to', () => {
    expect(accepted({})).toEqual({
      outcome: 'accepted',
      person: {
        programmeId: 'larkfield',
        organisationId: 'RZZ',
        aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000001',
        displayName: 'Nia Fernwick',
        staffGroup: 'nurses',
        site: 'RZZ01',
      },
    });
  });

  it('takes what is optional, and leaves out what is empty', () => {
    const optional = {
      area: ' Surgery ',
      cohort: '',
      shift: 'Nights',
      employment: 'BANK',
      trainedOn: '2026-02-28',
      worksFirstFortnight: 'No',
      accessTestedOn: '  ',
    };
    expect(accepted(optional)).toMatchObject({
      person: {
        area: 'Surgery',
        shift: 'nights',
        employment: 'bank',
        trainedOn: '2026-02-28',
        worksFirstFortnight: false,
      },
    });
    expect(accepted(optional)).not.toHaveProperty('person.cohort');
    expect(accepted(optional)).not.toHaveProperty('person.accessTestedOn');
  });

  it('may give the staff group by name and the site in small letters', () => {
    const result = accepted({ staffGroup: 'nursing and midwifery registered', site: 'rzz02' });
    expect(result).toMatchObject({ person: { staffGroup: 'nurses', site: 'RZZ02' } });
  });

  it.each<[Partial<PersonRow>, string]>([
    [{ aadObjectId: '12345' }, 'aad_object_id'],
    [{ displayName: ' ' }, 'display_name'],
    [{ staffGroup: 'porters' }, 'staff_group "porters"'],
    [{ staffGroup: '' }, 'staff_group is empty'],
    [{ site: 'RZZ99' }, 'site "RZZ99"'],
    [{ shift: 'evenings' }, 'shift'],
    [{ employment: 'friend' }, 'employment'],
    [{ trainedOn: '28/02/2026' }, 'trained_on'],
    [{ trainedOn: '2026-02-30' }, 'trained_on'],
    [{ accessTestedOn: 'yesterday' }, 'access_tested_on'],
    [{ worksFirstFortnight: 'maybe' }, 'works_first_fortnight'],
  ])('%j is refused with its reason', (change, reason) => {
    expect(reasonsOf(change)).toEqual([expect.stringContaining(reason)]);
  });

  it('gives every reason at once, and neither the name nor the directory id in any', () => {
    const reasons = reasonsOf({ aadObjectId: 'not-an-id', site: '', staffGroup: 'x', shift: '?' });
    expect(reasons).toHaveLength(4);
    expect(reasons.join()).not.toMatch(/Fernwick|not-an-id/);
  });

  it('is judged whatever it holds, and accepted only with a declared site and staff group', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('nurses', 'RZZ01', 'days', '2026-01-01', 'yes', plain.aadObjectId),
    );
    const row = fc.record({
      aadObjectId: word,
      displayName: word,
      staffGroup: word,
      site: word,
      shift: word,
      trainedOn: word,
      worksFirstFortnight: word,
    });
    fc.assert(
      fc.property(row, (candidate) => {
        const result = acceptPersonRow(candidate, vocabulary);
        if (result.outcome === 'refused') return expect(result.reasons.length).toBeGreaterThan(0);
        expect(['nurses', 'doctors']).toContain(result.person.staffGroup);
        expect(['RZZ01', 'RZZ02']).toContain(result.person.site);
      }),
    );
  });
});
