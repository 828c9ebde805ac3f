/** Opens one gate from the list of them. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import type { GateId } from '../../domain/ids';
import { roles } from '../../domain/programme/programme';
import { defineVerb } from '../verb';
import { gateReply } from './gate-reply';
import { idField, subject } from './subject';

export const gateShowVerb = defineVerb({
  name: verbNames.gateShow,
  schema: z.object({ ...subject, gateId: idField<GateId>() }),
  role: roles,
  handle: (edge, { actor, data }) => gateReply(edge, actor, data),
});
