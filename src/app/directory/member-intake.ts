/** Takes members of a directory group into a programme's people, and counts what stands for nothing there. */

import type { PersonId } from '../../domain/ids';
import {
  acceptPersonRow,
  type PeopleVocabulary,
  vocabularyOf,
} from '../../domain/programme/accept-person-row';
import {
  type DirectoryMember,
  type DirectoryRules,
  type MemberField,
  optionalMemberFields,
} from '../../domain/programme/directory-rules';
import type { Person } from '../../domain/programme/person';
import type { Programme } from '../../domain/programme/programme';
import { rowOfMember, type UnmappedValue, unmappedOf } from '../../domain/programme/row-of-member';
import type { AppContext } from '../context';
import { forEachConcurrently } from '../for-each-concurrently';
import { savePerson } from '../people/save-person';

export interface RefusedMember {
  readonly aadObjectId: string;
  readonly displayName: string;
  readonly reasons: readonly string[];
}

/** A value of an attribute that stands for nothing, and how many members have it. */
export interface UnmappedCount extends UnmappedValue {
  readonly people: number;
  /** False: an optional field, and the members are taken without it. */
  readonly isRefused: boolean;
}

export interface IntakeOptions {
  readonly isDryRun: boolean;
  readonly onRefused?: (member: RefusedMember) => void;
  /** Called after each member with the number dealt with so far. */
  readonly onProgress?: (members: number) => void;
}

const membersAtOnce = 32;
/** What no attribute can say is kept as it was. */
const neverFromDirectory = ['trainedOn', 'worksFirstFortnight', 'accessTestedOn'] as const;

export class MemberIntake {
  readonly counts = { added: 0, changed: 0, unchanged: 0, refused: 0, disabled: 0 };
  /** Everybody who is a member and works here, whether or not they could be taken. */
  readonly members = new Set<PersonId>();
  private readonly unmapped = new Map<string, UnmappedCount>();
  private readonly vocabulary: PeopleVocabulary;
  private done = 0;

  constructor(
    private readonly context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
    private readonly programme: Programme,
    private readonly rules: DirectoryRules,
    private readonly group: string,
    private readonly options: IntakeOptions,
  ) {
    this.vocabulary = vocabularyOf(programme);
  }

  async take(members: readonly DirectoryMember[]): Promise<void> {
    await forEachConcurrently(members, membersAtOnce, async (member) => {
      await this.takeOne(member);
      this.done += 1;
      this.options.onProgress?.(this.done);
    });
  }

  /** The most frequent first. */
  unmappedCounts(): readonly UnmappedCount[] {
    return [...this.unmapped.values()].sort((a, b) => b.people - a.people);
  }

  private async takeOne(member: DirectoryMember): Promise<void> {
    if (!member.isEnabled) {
      this.counts.disabled += 1;
      return;
    }
    const personId = this.context.keys.personIdOf(this.programme.tenantId, member.aadObjectId);
    // Somebody in two nested groups may be read twice.
    if (this.members.has(personId)) return;
    this.members.add(personId);
    const { row, leftOut } = rowOfMember(member, this.rules);
    const accepted = acceptPersonRow(row, this.vocabulary);
    if (accepted.outcome === 'refused') {
      this.refuse(member, accepted.reasons);
      return;
    }
    for (const value of leftOut) this.count(value, false);
    const person = { ...accepted.person, personId };
    this.counts[await this.save(person)] += 1;
  }

  private save(person: Person): ReturnType<typeof savePerson> {
    return savePerson(this.context, person, this.options.isDryRun, (known, read) => this.settle(known, read));
  }

  /** What the rules do not name is kept; what they name is as the directory says. */
  private settle(known: Person | undefined, read: Person): Person {
    const unnamed = optionalMemberFields.filter((field) => this.rules[field] === undefined);
    const kept = Object.fromEntries(
      [...unnamed, ...neverFromDirectory].flatMap((field) =>
        known?.[field] === undefined ? [] : [[field, known[field]]],
      ),
    );
    const fromGroups = [...new Set([...(known?.fromGroups ?? []), this.group])].sort();
    return { ...kept, ...read, fromGroups };
  }

  private refuse(member: DirectoryMember, reasons: readonly string[]): void {
    const { aadObjectId, displayName } = member;
    this.counts.refused += 1;
    for (const value of unmappedOf(member, this.rules, this.isDeclared)) this.count(value, true);
    this.options.onRefused?.({ aadObjectId, displayName, reasons });
  }

  private readonly isDeclared = (field: MemberField, value: string): boolean => {
    const { staffGroups, sites } = this.vocabulary;
    return (field === 'site' ? sites : staffGroups).has(value.trim().toLowerCase());
  };

  private count(value: UnmappedValue, isRefused: boolean): void {
    const key = JSON.stringify([value.field, value.value.toLowerCase()]);
    const people = (this.unmapped.get(key)?.people ?? 0) + 1;
    this.unmapped.set(key, { ...value, isRefused, people });
  }
}
