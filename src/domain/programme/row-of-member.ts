/** Reads a member of a directory group as a row of a people file, so that one rule says who can be a person. */

import {
  type DirectoryMember,
  type DirectoryRules,
  type MemberField,
  optionalMemberFields,
  requiredMemberFields,
} from './directory-rules';
import { employments, shifts } from './person';
import type { PersonRow } from './person-row';

/** An attribute whose value stands for nothing in the programme; `value` is empty where the person has none. */
export interface UnmappedValue {
  readonly field: MemberField;
  readonly attribute: string;
  readonly value: string;
}

export interface MemberRow {
  readonly row: PersonRow;
  /** What an optional field says that stands for nothing: the person is taken without it. */
  readonly leftOut: readonly UnmappedValue[];
}

const words: Readonly<Partial<Record<MemberField, readonly string[]>>> = {
  shift: shifts,
  employment: employments,
};
const longestWord = 100;

/** Every field that the rules name is filled or left out; fields that they do not name are absent. */
export function rowOfMember(member: DirectoryMember, rules: DirectoryRules): MemberRow {
  const leftOut: UnmappedValue[] = [];
  const optional: Partial<Record<MemberField, string>> = {};
  for (const field of optionalMemberFields) {
    const value = mapped(member, rules, field);
    if (!value) continue;
    if (isTaken(field, value)) optional[field] = value;
    else leftOut.push(unmapped(member, rules, field));
  }
  return {
    row: {
      aadObjectId: member.aadObjectId,
      displayName: member.displayName,
      staffGroup: mapped(member, rules, 'staffGroup'),
      site: mapped(member, rules, 'site'),
      ...optional,
    },
    leftOut,
  };
}

/** Of a member who was refused: the required attributes that lead to nothing declared.
 * @param isDeclared whether a value is the name or the id of a declared staff group, or the code of a declared site. */
export function unmappedOf(
  member: DirectoryMember,
  rules: DirectoryRules,
  isDeclared: (field: MemberField, value: string) => boolean,
): readonly UnmappedValue[] {
  return requiredMemberFields
    .filter((field) => !isDeclared(field, mapped(member, rules, field)))
    .map((field) => unmapped(member, rules, field));
}

function isTaken(field: MemberField, value: string): boolean {
  const known = words[field];
  return known ? known.includes(value.toLowerCase()) : value.length <= longestWord;
}

function mapped(member: DirectoryMember, rules: DirectoryRules, field: MemberField): string {
  const written = writtenIn(member, rules, field);
  const wanted = written.toLowerCase();
  const entry = Object.entries(rules[field]?.map ?? {}).find(
    ([from]) => from.trim().toLowerCase() === wanted,
  );
  return entry?.[1] ?? written;
}

function unmapped(member: DirectoryMember, rules: DirectoryRules, field: MemberField): UnmappedValue {
  return { field, attribute: rules[field]?.attribute ?? '', value: writtenIn(member, rules, field) };
}

function writtenIn({ attributes }: DirectoryMember, rules: DirectoryRules, field: MemberField): string {
  const rule = rules[field];
  return (rule && attributes[rule.attribute]?.trim()) ?? '';
}
