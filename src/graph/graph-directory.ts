/** Reads groups and people of Microsoft Entra ID through Microsoft Graph. */

import type { Directory, GroupChanges, GroupRefusal, MemberPage, NoPermission } from '../app/ports/directory';
import { UnavailableError } from '../app/ports/errors';
import type { DirectoryMember } from '../domain/programme/directory-rules';
import type { GraphClient, GraphReply } from './graph-client';
import { changesIn, groupLeft } from './group-changes';
import { isHidden, isOfKind, itemsIn, memberOf, memberSelect } from './member-of';

const readGroups = 'GroupMember.Read.All';
const readPeople = 'User.Read.All';
/** The most that Graph gives in one page. */
const pageSize = 999;
/** The most values that Graph takes in one `in`. */
const mostIds = 15;

export class GraphDirectory implements Directory {
  constructor(
    private readonly client: GraphClient,
    readonly tenantId: string,
  ) {}

  async markNow(group: string): ReturnType<Directory['markNow']> {
    const query = `$filter=id eq '${group}'&$select=members&$deltatoken=latest`;
    const reply = await this.get(`/groups/delta?${encoded(query)}`);
    if (isExpired(reply) || reply.status === 400) return { outcome: 'marked' };
    const refusal = groupRefusal(reply);
    if (refusal) return refusal;
    const mark = linkIn(reply, '@odata.deltaLink');
    return { outcome: 'marked', ...(mark ? { mark } : {}) };
  }

  async members(group: string, next?: string): Promise<MemberPage | GroupRefusal> {
    const query = `$select=${memberSelect}&$top=${pageSize}`;
    const reply = await this.get(next ?? `/groups/${group}/transitiveMembers?${encoded(query)}`);
    const refusal = groupRefusal(reply);
    if (refusal) return refusal;
    const items = itemsIn(reply.body);
    const people = items.filter((item) => isOfKind(item, 'user'));
    if (people.some(isHidden)) return noPermission(readPeople);
    const link = linkIn(reply, '@odata.nextLink');
    return {
      outcome: 'page',
      members: people.map(memberOf),
      nestedGroups: items.filter((item) => isOfKind(item, 'group')).length,
      ...(link ? { next: link } : {}),
    };
  }

  async changesSince(mark: string): ReturnType<Directory['changesSince']> {
    if (!this.client.isOwnLink(mark)) return { outcome: 'expired' };
    const items: Readonly<Record<string, unknown>>[] = [];
    for (let link: string | undefined = mark; link !== undefined; ) {
      const reply: GraphReply = await this.get(link);
      if (isExpired(reply)) return { outcome: 'expired' };
      const refusal = groupRefusal(reply);
      if (refusal) return refusal;
      items.push(...itemsIn(reply.body));
      link = linkIn(reply, '@odata.nextLink');
      if (link === undefined) return changes(items, linkIn(reply, '@odata.deltaLink'));
    }
    return { outcome: 'expired' };
  }

  async people(ids: readonly string[]): ReturnType<Directory['people']> {
    const members: DirectoryMember[] = [];
    for (let from = 0; from < ids.length; from += mostIds) {
      const wanted = ids.slice(from, from + mostIds).map((id) => `'${id}'`);
      const query = `$filter=id in (${wanted.join(',')})&$select=${memberSelect}`;
      const reply = await this.get(`/users?${encoded(query)}`);
      if (reply.status === 403) return noPermission(readPeople);
      if (!isList(reply)) throw unexpected(reply);
      members.push(...itemsIn(reply.body).map(memberOf));
    }
    return { outcome: 'found', members };
  }

  private get(path: string): Promise<GraphReply> {
    return this.client.request({ method: 'GET', path });
  }
}

function changes(
  items: readonly Readonly<Record<string, unknown>>[],
  mark: string | undefined,
): GroupChanges | GroupRefusal {
  if (items.some(groupLeft)) return { outcome: 'noSuchGroup' };
  return { outcome: 'changes', ...changesIn(items), ...(mark ? { mark } : {}) };
}

/** An answer without a list is none: it must not be read as a group that is empty. */
function isList({ status, body }: GraphReply): boolean {
  return status === 200 && Array.isArray(body.value);
}

/** Undefined for a reply of success. @throws UnavailableError for one that says nothing about the group. */
function groupRefusal(reply: GraphReply): GroupRefusal | undefined {
  if (isList(reply)) return undefined;
  if (reply.status === 404) return { outcome: 'noSuchGroup' };
  if (reply.status === 403) return noPermission(readGroups);
  throw unexpected(reply);
}

/** Marks live for seven days (source: "Duration of change tracking tokens", Microsoft 365 developer blog, 2020). */
function isExpired({ status, code }: GraphReply): boolean {
  return status === 410 || (status === 400 && /^(syncState|resync|DirectorySyncStateNotFound)/i.test(code));
}

function unexpected({ status }: GraphReply): UnavailableError {
  return new UnavailableError(`it answered ${status}`, false, { of: 'directory' });
}

function noPermission(permission: string): NoPermission {
  return { outcome: 'noPermission', permission };
}

function linkIn({ body }: GraphReply, name: string): string | undefined {
  const link = body[name];
  return typeof link === 'string' && link !== '' ? link : undefined;
}

/** Spaces and quotes; `$`, `=`, `&` and commas stay as Graph's own links have them. */
function encoded(query: string): string {
  return encodeURI(query).replaceAll("'", '%27');
}
