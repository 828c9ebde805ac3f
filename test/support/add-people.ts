/** People of whom the store knows nothing yet: what `savePerson` makes of each, without looking for them first. Half of the
 * requests that a journey on Cosmos DB would begin with. */

import { forEachConcurrently } from '../../src/app/for-each-concurrently';
import type { Store } from '../../src/app/ports/store';
import { createRecord } from '../../src/app/records';
import type { Person } from '../../src/domain/programme/person';

/** Not all at once: a busy machine would let the last ones wait for longer than a store may take. */
const atOnce = 20;

/** @throws ConflictError where somebody is there already. */
export async function addPeople(store: Store, people: readonly Person[]): Promise<void> {
  await forEachConcurrently(people, atOnce, async (person) => {
    const { personId, programmeId, organisationId } = person;
    await createRecord(store, 'membership', { personId, programmes: [{ programmeId, organisationId }] });
    await createRecord(store, 'person', person);
  });
}
