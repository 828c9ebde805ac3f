/** Who of a programme's people is no member of their directory group any more. */

import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { forEachConcurrently } from '../for-each-concurrently';
import { listRecords, readRecord } from '../records';
import { leaveGroup } from './leave-group';

export interface LeavingPerson {
  readonly personId: PersonId;
  readonly aadObjectId: string;
  /** True where they came from another group as well: they lose this one, and stay. */
  readonly stays: boolean;
}

export interface Leaving {
  readonly people: readonly LeavingPerson[];
  /** How many people came from the group before. */
  readonly of: number;
}

type Context = Pick<AppContext, 'store' | 'keys'>;
type Group = { readonly programme: Programme; readonly group: string };

const writesAtOnce = 16;

/** After everybody was read: whoever came from the group and was not seen. */
export async function whoIsGone(
  { store }: Context,
  { programme, group }: Group,
  members: ReadonlySet<PersonId>,
): Promise<Leaving> {
  const people: LeavingPerson[] = [];
  let of = 0;
  for await (const { document } of listRecords(store, 'person', programme.id)) {
    const { personId, aadObjectId, fromGroups } = document;
    if (!fromGroups?.includes(group) || aadObjectId === undefined) continue;
    of += 1;
    if (!members.has(personId)) people.push({ personId, aadObjectId, stays: fromGroups.length > 1 });
  }
  return { people, of };
}

/** After the changes were read: whoever of these came from the group. */
export async function whoLeft(
  { store, keys }: Context,
  { programme, group }: Group,
  aadObjectIds: readonly string[],
): Promise<Leaving> {
  const people: LeavingPerson[] = [];
  for (const aadObjectId of aadObjectIds) {
    const personId = keys.personIdOf(programme.tenantId, aadObjectId);
    const known = await readRecord(store, 'person', programme.id, personDocumentId(personId));
    const { fromGroups = [] } = known?.document ?? {};
    if (fromGroups.includes(group)) people.push({ personId, aadObjectId, stays: fromGroups.length > 1 });
  }
  if (people.length === 0) return { people, of: 0 };
  const gone = new Set(people.map(({ personId }) => personId));
  const { of } = await whoIsGone({ store, keys }, { programme, group }, gone);
  return { people, of };
}

export async function removeLeaving(
  context: Context,
  { programme, group }: Group,
  { people }: Leaving,
): Promise<void> {
  await forEachConcurrently(people, writesAtOnce, async ({ personId }) => {
    await leaveGroup(context, programme, personId, group);
  });
}
