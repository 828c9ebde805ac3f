import { isInGroups } from '../../../src/domain/campaign/is-in-groups';
import { asId } from '../../../src/domain/ids';

const nurse = { atomId: asId<never>('north.nursing'), shift: 'nights', area: 'Older people' } as const;
const isIn = (...oneWayGroups: readonly string[]) => isInGroups(nurse, { atomIds: [], oneWayGroups });

describe('isInGroups', () => {
  it('goes by the atom the invitation froze', () => {
    expect(isInGroups(nurse, { atomIds: ['south.medical', 'north.nursing'] })).toBe(true);
    expect(isInGroups(nurse, { atomIds: ['south.medical'] })).toBe(false);
  });

  it('goes by shift, area, cohort and employment too, also where groups are told together', () => {
    expect(isIn('shift:nights')).toBe(true);
    expect(isIn('shift:days~nights')).toBe(true);
    expect(isIn('shift:days', 'cohort:phase 1')).toBe(false);
    expect(isIn('area:Older people')).toBe(true);
  });

  it('finds those of whom nothing is stated, and knows no other kind of group', () => {
    expect(isIn('employment:bank~notStated')).toBe(true);
    expect(isIn('siteGroup:north')).toBe(false);
  });
});
