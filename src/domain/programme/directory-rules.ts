/** How a programme reads its people from a group of the organisation's directory: which attribute says what. */

const extensionAttributes = [
  'extensionAttribute1',
  'extensionAttribute2',
  'extensionAttribute3',
  'extensionAttribute4',
  'extensionAttribute5',
  'extensionAttribute6',
  'extensionAttribute7',
  'extensionAttribute8',
  'extensionAttribute9',
  'extensionAttribute10',
  'extensionAttribute11',
  'extensionAttribute12',
  'extensionAttribute13',
  'extensionAttribute14',
  'extensionAttribute15',
] as const;

export const directoryAttributes = [
  'jobTitle',
  'department',
  'companyName',
  'officeLocation',
  'city',
  'employeeType',
  ...extensionAttributes,
] as const;
export type DirectoryAttribute = (typeof directoryAttributes)[number];

export interface AttributeRule {
  readonly attribute: DirectoryAttribute;
  /** What a value of the attribute stands for; capital letters make no difference. A value that is not here, or every
   * value where there is no map, is taken as it is. */
  readonly map?: Readonly<Record<string, string>>;
}

/** What a member must have, and what may be missing. */
export const requiredMemberFields = ['staffGroup', 'site'] as const;
export const optionalMemberFields = ['area', 'cohort', 'shift', 'employment'] as const;
export type MemberField = (typeof requiredMemberFields)[number] | (typeof optionalMemberFields)[number];

export interface DirectoryRules {
  /** The group's directory id; absent: named with each synchronisation. */
  readonly group?: string;
  /** Values lead to the ids of declared staff groups. */
  readonly staffGroup: AttributeRule;
  /** Values lead to the ODS codes of declared sites. */
  readonly site: AttributeRule;
  readonly area?: AttributeRule;
  readonly cohort?: AttributeRule;
  readonly shift?: AttributeRule;
  readonly employment?: AttributeRule;
}

/** A person as the directory knows them. */
export interface DirectoryMember {
  readonly aadObjectId: string;
  readonly displayName: string;
  /** False once the account is switched off, as that of somebody who has left. */
  readonly isEnabled: boolean;
  readonly attributes: Readonly<Partial<Record<DirectoryAttribute, string>>>;
}

const directoryId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In small letters. */
export function isDirectoryId(value: string): boolean {
  return directoryId.test(value);
}
