/** Back from an item to the list of what waits, and on to its further pages. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { roles } from '../../domain/programme/programme';
import { defineVerb } from '../verb';
import { deskListReply } from './desk-reply';
import { noteWhatIsOpen } from './note-what-is-open';
import { subject } from './subject';

export const deskListVerb = defineVerb({
  name: verbNames.deskList,
  schema: z.object({
    ...subject,
    from: z.string().min(1).max(200),
    page: z.number().int().min(0).max(1_000).optional(),
  }),
  role: roles,
  async handle(edge, { actor, data: { programmeId, from, page } }) {
    await noteWhatIsOpen(edge, actor, { programmeId, from }, undefined);
    return deskListReply(edge, actor, { programmeId, from, page });
  },
});
