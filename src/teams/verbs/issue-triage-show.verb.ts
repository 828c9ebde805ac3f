/** Opens one issue: from the list of them, or again with what was typed when it could not be read. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { verbNames } from '../../cards/verb-names';
import { defineVerb } from '../verb';
import { issueFields } from './triage-fields';
import { showingTriage } from './triage-reply';

export const issueTriageShowVerb = defineVerb({
  name: verbNames.issueTriageShow,
  schema: z.object({ ...issueFields, kept: z.string().max(20_000).optional() }),
  role: leadRoles,
  handle: (edge, { actor, data }) =>
    showingTriage(edge, actor, data, data.kept ? { typed: typedFrom(data.kept) } : {}),
});

const typedWords = z.record(z.string(), z.string());

/** Anything else than what our own card keeps is nothing. */
function typedFrom(kept: string): Record<string, string> {
  try {
    return typedWords.catch({}).parse(JSON.parse(kept));
  } catch {
    return {};
  }
}
