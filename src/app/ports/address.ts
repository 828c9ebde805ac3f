/** Where a person is reached, per organisation. */

import type { OrganisationId, PersonId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';

export interface PersonAddress {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly tenantId: string;
  readonly aadObjectId: string;
  /** The person's id in Teams, known from their first activity; cards refresh for this id. */
  readonly teamsUserId?: string;
  readonly conversationId?: string;
  readonly serviceUrl?: string;
  /** When the bot set about installing itself for them: it writes to them next, and greets them not. */
  readonly beingInstalledAt?: Instant;
}
