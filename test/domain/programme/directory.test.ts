import fc from 'fast-check';
import { acceptPersonRow, vocabularyOf } from '../../../src/domain/programme/accept-person-row';
import { checkProgramme } from '../../../src/domain/programme/check-programme';
import type { DirectoryMember, DirectoryRules } from '../../../src/domain/programme/directory-rules';
import { leavesTooMany } from '../../../src/domain/programme/leaves-too-many';
import { rowOfMember, unmappedOf } from '../../../src/domain/programme/row-of-member';
import { aProgramme } from '../../support/samples';

const rules: DirectoryRules = {
  staffGroup: { attribute: 'jobTitle', map: { 'Staff Nurse': 'nurses' } },
  site: { attribute: 'officeLocation', map: { 'Main building': 'RZZ01' } },
  area: { attribute: 'department' },
  shift: { attribute: 'extensionAttribute4', map: { N: 'nights' } },
};
const member = (attributes: DirectoryMember['attributes']): DirectoryMember => ({
  aadObjectId: 'dddddddd-0000-4000-8000-000000000001',
  displayName: 'Invented Person',
  isEnabled: true,
  attributes,
});

it('reads staff group, site and the declared fields, whatever the capital letters', () => {
  const { row, leftOut } = rowOfMember(
    member({
      jobTitle: ' STAFF NURSE ',
      officeLocation: 'main building',
      department: 'Ward 7',
      extensionAttribute4: 'n',
      city: 'Larkmere',
    }),
    rules,
  );
  expect(row).toEqual({
    aadObjectId: 'dddddddd-0000-4000-8000-000000000001',
    displayName: 'Invented Person',
    staffGroup: 'nurses',
    site: 'RZZ01',
    area: 'Ward 7',
    shift: 'nights',
  });
  expect(leftOut).toEqual([]);
});

it('may name a value once, whatever its capital letters and spaces', () => {
  const map = { 'Staff Nurse': 'nurses', ' staff nurse': 'doctors', Consultant: 'doctors' };
  const directory = { ...rules, staffGroup: { attribute: 'jobTitle', map } } as const;
  expect(checkProgramme({ ...aProgramme(), directory }).map(({ path }) => path.join('.'))).toEqual([
    'directory.staffGroup.map. staff nurse',
  ]);
});

it('takes a value that is in no map as it is', () => {
  const { row } = rowOfMember(member({ jobTitle: 'nurses', officeLocation: 'RZZ02' }), rules);
  expect(row).toMatchObject({ staffGroup: 'nurses', site: 'RZZ02' });
});

it('leaves out an optional field that stands for nothing, and says which value it was', () => {
  const { row, leftOut } = rowOfMember(
    member({ jobTitle: 'Staff Nurse', officeLocation: 'Main building', extensionAttribute4: 'Z' }),
    rules,
  );
  expect(row).not.toHaveProperty('shift');
  expect(leftOut).toEqual([{ field: 'shift', attribute: 'extensionAttribute4', value: 'Z' }]);
});

it('names the attribute and the value of a required field that stands for nothing', () => {
  const unknown = member({ jobTitle: 'Ward Clerk' });
  expect(unmappedOf(unknown, rules, () => false)).toEqual([
    { field: 'staffGroup', attribute: 'jobTitle', value: 'Ward Clerk' },
    { field: 'site', attribute: 'officeLocation', value: '' },
  ]);
});

it('no value of an optional attribute keeps a member out', () => {
  const vocabulary = vocabularyOf(aProgramme());
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (department, shift) => {
      const { row } = rowOfMember(
        member({ jobTitle: 'nurses', officeLocation: 'RZZ01', department, extensionAttribute4: shift }),
        rules,
      );
      expect(acceptPersonRow(row, vocabulary).outcome).toBe('accepted');
    }),
  );
});

it('a map may only lead to what is declared, and the problem is at its value', () => {
  const programme = {
    ...aProgramme(),
    directory: {
      ...rules,
      site: { attribute: 'city', map: { Larkmere: 'RZZ99' } },
      shift: { attribute: 'extensionAttribute4', map: { N: 'night' } },
    } as const,
  };
  expect(checkProgramme(programme)).toMatchObject([
    {
      path: ['directory', 'site', 'map', 'Larkmere'],
      message: '"RZZ99" is not declared under sites',
      remedy: expect.stringContaining('RZZ01'),
    },
    { path: ['directory', 'shift', 'map', 'N'], message: '"night" is not declared under the shifts' },
  ]);
  expect(checkProgramme({ ...aProgramme(), directory: rules })).toEqual([]);
});

it.each([
  [10, 12, false],
  [11, 55, false],
  [11, 54, true],
  [400, 5_000, false],
  [1_001, 5_000, true],
])('%i leaving of %i are too many at once: %s', (leaving, of, expected) => {
  expect(leavesTooMany(leaving, of)).toBe(expected);
});
