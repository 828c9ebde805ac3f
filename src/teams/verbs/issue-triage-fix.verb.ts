/** The lead plans a fix with an owner and a day, or says that it is fixed. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { triageIssue } from '../../app/issue/triage-issue.use-case';
import { verbNames } from '../../cards/verb-names';
import { asId, type PersonId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import { defineVerb } from '../verb';
import { actFields, dayIn, typedDay, typedWords } from './triage-fields';
import { showingTriage, triaging, typedIn } from './triage-reply';

export const issueTriageFixVerb = defineVerb({
  name: verbNames.issueTriageFix,
  schema: z.object({
    ...actFields,
    act: z.enum(['fix', 'fixed']),
    fixOwner: z.string().max(200).default(''),
    fixOwnerName: z.string().trim().max(200).default(''),
    fixDueOn: typedDay,
    fixWords: typedWords,
  }),
  role: leadRoles,
  async handle(edge, { actor, data }) {
    const { act: kind, revision, fixOwner, fixOwnerName, fixDueOn, fixWords: words } = data;
    const typed = typedIn(data);
    // A name was typed: whom it means is asked before anything is saved.
    if (kind === 'fix' && fixOwnerName) {
      const { fixOwnerName: _name, fixOwner: _owner, ...kept } = typed;
      return showingTriage(edge, actor, data, { notice: 'whichPerson', typed: kept }, fixOwnerName);
    }
    const dueOn = dayIn<Day>(fixDueOn);
    const act =
      kind === 'fixed'
        ? { kind, words }
        : {
            kind,
            words,
            ...(fixOwner ? { owner: asId<PersonId>(fixOwner) } : {}),
            ...(dueOn ? { dueOn } : {}),
          };
    return triaging(edge, actor, data, {
      kind,
      typed,
      carryOut: () => triageIssue(edge.app, { ...data, act, revision, personId: actor.personId }),
    });
  },
});
