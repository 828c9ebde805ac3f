/** Opens one of the things that wait, in the card that lists them. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { deskItemKinds } from '../../domain/desk/desk';
import { asId } from '../../domain/ids';
import { roles } from '../../domain/programme/programme';
import { defineVerb } from '../verb';
import { openedItemReply } from './desk-reply';
import { noteLook, noteWhatIsOpen } from './note-what-is-open';
import { subject } from './subject';

export const deskOpenVerb = defineVerb({
  name: verbNames.deskOpen,
  schema: z.object({
    ...subject,
    kind: z.enum(deskItemKinds),
    itemId: z.string().min(1).max(200),
    from: z.string().min(1).max(200),
  }),
  role: roles,
  async handle(edge, { actor, data: { programmeId, kind, itemId: id, from } }) {
    await noteWhatIsOpen(edge, actor, { programmeId, from }, { kind, id });
    if (kind === 'escalation') await noteLook(edge, actor, programmeId, asId(id));
    return openedItemReply(edge, actor, { programmeId, from, kind, id });
  },
});
