/** What a Playground window is told: whose chat it is, with which bot, and who else there is. */

import { stringify } from 'yaml';
import type { PersonRow } from '../../domain/programme/person-row';
import type { Programme, RoleHolder } from '../../domain/programme/programme';
import type { Persona } from './personas';

/** The Playground wants five, neither more nor fewer. */
const othersWanted = 5;

type Named = Pick<PersonRow, 'aadObjectId' | 'displayName'>;

/** As YAML. The chat's id is the persona's: a window that comes back is the same chat. */
export function windowConfig(programme: Programme, { name, person }: Persona): string {
  const others = otherHolders(programme, person).slice(0, othersWanted);
  return stringify({
    version: '0.1.1',
    tenantId: programme.tenantId,
    bot: { id: 'soundings', name: 'Soundings (synthetic data)' },
    currentUser: user(person),
    users: others.map(user),
    personalChat: { id: `chat-of-${name}` },
    groupChat: { id: `group-of-${name}`, name: 'Synthetic group chat' },
    team: {
      id: `team-of-${name}`,
      name: 'Synthetic team',
      aadGroupId: '5e7c0de0-0000-4000-8000-00000000f00d',
      channels: [{ id: `channel-of-${name}`, name: 'Announcements' }],
    },
  });
}

function otherHolders({ roles }: Programme, person: Named): readonly RoleHolder[] {
  const holders = new Map(Object.values(roles).flatMap((held) => held.map((one) => [one.aadObjectId, one])));
  holders.delete(person.aadObjectId);
  return [...holders.values()];
}

function user({ aadObjectId, displayName }: Named) {
  const [givenName = '', surname = ''] = displayName.split(' ');
  const address = `${aadObjectId.slice(-6)}@example.org`;
  return {
    id: `teams-${aadObjectId}`,
    name: displayName,
    userPrincipleName: address,
    aadObjectId,
    givenName,
    surname,
    email: address,
  };
}
