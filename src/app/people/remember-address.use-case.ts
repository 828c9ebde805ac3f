/** Keeps where a person can be reached, from what they themselves sent: a message, or the installation of the app.
 * Never from a tap on a card, because the time of that write would tell who answered. */

import type { OrganisationId, PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { isInstallationExpected } from '../audience/expect-installation';
import type { AppContext } from '../context';
import { addressPk, membershipPk } from '../documents';
import type { PersonAddress } from '../ports/address';
import { changeRecord, ensureRecord, readRecord } from '../records';

export interface Contact {
  readonly personId: PersonId;
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly teamsUserId: string;
  /** Of their own 1:1 chat with the bot. */
  readonly conversationId: string;
  readonly serviceUrl: string;
}

/** `expected`: the bot installed itself for them a moment ago, and writes to them next. `learned`: the chat was not known in
 * at least one organisation. `stranger`: they belong to no programme. */
export type RememberOutcome = 'expected' | 'learned' | 'changed' | 'unchanged' | 'stranger';

/** Writes one record for each organisation of the person, only where something differs; else two reads or more. */
export async function rememberAddress(app: AppContext, contact: Contact): Promise<RememberOutcome> {
  const membership = await readRecord(app.store, 'membership', membershipPk(contact.personId), 'membership');
  const organisations = new Set(membership?.document.programmes.map((entry) => entry.organisationId));
  if (organisations.size === 0) return 'stranger';
  const outcomes = new Set<RememberOutcome>();
  for (const organisationId of organisations) outcomes.add(await rememberIn(app, organisationId, contact));
  if (outcomes.has('expected')) return 'expected';
  if (outcomes.has('learned')) return 'learned';
  return outcomes.has('changed') ? 'changed' : 'unchanged';
}

async function rememberIn(
  app: AppContext,
  organisationId: OrganisationId,
  contact: Contact,
): Promise<RememberOutcome> {
  const address: PersonAddress = { ...contact, organisationId };
  const pk = addressPk(organisationId, contact.personId);
  const change = () =>
    changeRecord(
      app.store,
      'address',
      pk,
      'address',
      (current): ReturnType<typeof settle> => settle(current, address, app.clock.now()),
    );
  const changed = await change();
  if (changed) return changed;
  if ((await ensureRecord(app.store, 'address', address)) === 'created') return 'learned';
  return (await change()) ?? 'learned';
}

function settle(current: PersonAddress, address: PersonAddress, now: Instant) {
  const isExpected = isInstallationExpected(current, now);
  const isSame =
    current.conversationId === address.conversationId &&
    current.serviceUrl === address.serviceUrl &&
    current.teamsUserId === address.teamsUserId;
  if (isSame) return { outcome: isExpected ? ('expected' as const) : ('unchanged' as const) };
  const isNew = current.conversationId === undefined;
  const outcome = isExpected ? ('expected' as const) : isNew ? ('learned' as const) : ('changed' as const);
  return { outcome, next: { ...current, ...address } };
}
