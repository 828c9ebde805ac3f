/** Turns to another page of comments, or to those of an earlier wave. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import type { WaveId } from '../../domain/ids';
import { readingRoles } from '../../domain/programme/reading-roles';
import { defineVerb } from '../verb';
import { commentsReply } from './comments-reply';
import { idField, subject } from './subject';

export const commentsShowVerb = defineVerb({
  name: verbNames.commentsShow,
  schema: z.object({ ...subject, waveId: idField<WaveId>(), page: z.string().min(1).max(200) }),
  role: readingRoles,
  handle: (edge, { actor, data }) => commentsReply(edge, actor, data),
});
