/** Where a person works, for a card that they fill in themselves. */

import type { PersonId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { readRecord } from '../records';

/** The ODS code of their site, or of the only one; undefined for whoever is in no people file, and for a former site. */
export async function readPersonSite(
  { store }: Pick<AppContext, 'store'>,
  programme: Programme,
  personId: PersonId,
): Promise<string | undefined> {
  const { sites } = programme;
  const person = await readRecord(store, 'person', programme.id, personDocumentId(personId));
  const own = sites.find(({ odsCode }) => odsCode === person?.document.site);
  return (own ?? (sites.length === 1 ? sites[0] : undefined))?.odsCode;
}
