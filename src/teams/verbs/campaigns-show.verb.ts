/** How far what was sent is: the list, a page of it, or one campaign. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { asId, type CampaignId } from '../../domain/ids';
import { readingRoles } from '../../domain/programme/reading-roles';
import { defineVerb } from '../verb';
import { campaignsReply } from './campaigns-reply';
import { subject } from './subject';

export const campaignsShowVerb = defineVerb({
  name: verbNames.campaignsShow,
  schema: z.object({
    ...subject,
    /** Empty for the list. */
    campaignId: z
      .string()
      .max(200)
      .default('')
      .transform((value) => (value === '' ? undefined : asId<CampaignId>(value))),
    page: z.coerce.number().int().min(0).max(1_000).default(0),
    which: z.enum(['staff', 'all']).default('staff'),
  }),
  role: readingRoles,
  handle: (edge, { actor, data: { programmeId, campaignId, page, which } }) =>
    campaignsReply(edge, actor, { programmeId, page, which, ...(campaignId ? { campaignId } : {}) }),
});
