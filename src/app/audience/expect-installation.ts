/** Notes that the bot is about to install itself for somebody, so that it does not greet them as well as write to them. */

import { epochMsOf, type Instant } from '../../domain/instant';
import type { AppContext } from '../context';
import { addressPk } from '../documents';
import type { PersonAddress } from '../ports/address';
import { ConflictError } from '../ports/errors';
import { createRecord, readRecord, replaceRecord } from '../records';
import type { FoundAddress } from './find-address';

/** Teams announces an installation within seconds; the rest is for a queue of them. */
const expectedForMs = 3_600_000;

const attempts = 3;

/** What is known of the address by now is kept. @returns the address as it is on record. */
export async function expectInstallation(
  { store, clock }: Pick<AppContext, 'store' | 'clock'>,
  found: FoundAddress,
): Promise<FoundAddress> {
  const { organisationId, personId } = found.address;
  for (let attempt = 1; ; attempt += 1) {
    const known = await readRecord(store, 'address', addressPk(organisationId, personId), 'address');
    const address: PersonAddress = {
      ...found.address,
      ...known?.document,
      beingInstalledAt: clock.now(),
    };
    try {
      const { version } = await (known
        ? replaceRecord(store, 'address', address, known.version)
        : createRecord(store, 'address', address));
      return { address, version };
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === attempts) throw error;
    }
  }
}

export function isInstallationExpected({ beingInstalledAt }: PersonAddress, now: Instant): boolean {
  return beingInstalledAt !== undefined && epochMsOf(now) - epochMsOf(beingInstalledAt) < expectedForMs;
}
