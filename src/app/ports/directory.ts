/** The organisation's directory: it installs the app for a person, and says who the members of a group are. */

import type { DirectoryMember } from '../../domain/programme/directory-rules';

/** The app was not granted this permission: trying again does not help until an administrator has granted it. */
export interface NoPermission {
  readonly outcome: 'noPermission';
  readonly permission: string;
}

/** `installed`: also where it was there already. `refused`: not for this person, for instance by a policy for apps. */
export type InstallOutcome =
  | { readonly outcome: 'installed' }
  | { readonly outcome: 'refused'; readonly status: number }
  | NoPermission;

export interface InstallOptions {
  readonly signal?: AbortSignal;
  /** Called directly before each request; what it throws ends the installation. */
  readonly onBegin?: () => void;
}

/** Both methods of both ports keep the directory's published rate by themselves, obey its requests to slow down, and
 * throw UnavailableError when it has not answered after some tries. */
export interface AppInstaller {
  /** Installs the app in the personal scope of one person; harmless when repeated. */
  install(aadObjectId: string, options?: InstallOptions): Promise<InstallOutcome>;
}

export type GroupRefusal = { readonly outcome: 'noSuchGroup' } | NoPermission;

export interface MemberPage {
  readonly outcome: 'page';
  readonly members: readonly DirectoryMember[];
  /** Groups within the group on this page; their members are on the pages too. */
  readonly nestedGroups: number;
  /** For the next page; absent on the last. */
  readonly next?: string;
}

export interface GroupChanges {
  readonly outcome: 'changes';
  /** Directory ids of people who joined, and of people who left. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** A group within the group joined or left: what that means for people only a full reading tells. */
  readonly isNested: boolean;
  /** What the next changes are counted from. */
  readonly mark?: string;
}

export interface Directory {
  /** The tenant whose directory this is. */
  readonly tenantId: string;

  /** A mark of now: what changes after it is told by `changesSince`. Absent where the directory gives none. */
  markNow(group: string): Promise<{ readonly outcome: 'marked'; readonly mark?: string } | GroupRefusal>;

  /** One page of the people in a group and in the groups within it, a nested member perhaps more than once. */
  members(group: string, next?: string): Promise<MemberPage | GroupRefusal>;

  /** Who joined and left the group itself since a mark. `expired`: the mark is too old or not known any more. */
  changesSince(mark: string): Promise<GroupChanges | { readonly outcome: 'expired' } | GroupRefusal>;

  /** People by directory id; whoever is not there any more is left out. */
  people(
    ids: readonly string[],
  ): Promise<{ readonly outcome: 'found'; readonly members: readonly DirectoryMember[] } | NoPermission>;
}
