/** What a recipient said about being asked, as it is now. */

import { addressPk, type DocumentOf } from '../app/documents';
import { readRecord } from '../app/records';
import type { Delivery } from '../domain/campaign/campaign';
import type { CampaignParts } from './campaign-parts';

export async function preferencesOf(
  { store }: Pick<CampaignParts['context'], 'store'>,
  { organisationId, personId }: Pick<Delivery, 'organisationId' | 'personId'>,
): Promise<DocumentOf<'preferences'> | undefined> {
  const pk = addressPk(organisationId, personId);
  return (await readRecord(store, 'preferences', pk, 'preferences'))?.document;
}
