/** Opens the card to raise an issue, first with what others have raised; words that were typed come along. */

import { z } from 'zod';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { draftFields, draftOf } from './issue-draft-fields';
import { startReply } from './raise-reply';
import { subject } from './subject';

export const issueRaiseVerb = defineVerb({
  name: verbNames.issueRaise,
  schema: z.object({
    ...subject,
    ...draftFields,
    isNew: z.string().max(3).optional(),
    from: z.string().max(20).optional(),
    choose: z.string().max(3).optional(),
  }),
  role: 'respondent',
  handle: (edge, { actor, data }) => {
    const { programmeId, isNew, from, choose } = data;
    return startReply(edge, actor, {
      draft: draftOf(data, edge.app.newId),
      isNew: isNew === 'yes',
      from: from === 'message' ? 'message' : 'card',
      // The card is of no particular programme.
      ...(choose === 'yes' ? {} : { programmeId }),
    });
  },
});
