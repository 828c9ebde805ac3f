/** A page of the list of pulses. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { readingRoles } from '../../domain/programme/reading-roles';
import { defineVerb } from '../verb';
import { pulsesOfReply } from './pulses-reply';
import { subject } from './subject';

export const pulsesShowVerb = defineVerb({
  name: verbNames.pulsesShow,
  schema: z.object({ ...subject, page: z.int().min(0).max(1_000).default(0) }),
  role: readingRoles,
  handle: (edge, { actor, data: { programmeId, page } }) => pulsesOfReply(edge, actor, programmeId, { page }),
});
