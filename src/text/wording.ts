/** The sentences that become part of a record, as the wording port asks for them. */

import type { EscalationCase } from '../domain/escalation/escalation';
import type { Trouble } from '../domain/escalation/trouble-of';
import { catalogueFor } from './catalogue';

export const wording = {
  standardCase: (
    groupNames: readonly string[],
    trouble: Trouble,
  ): Pick<EscalationCase, 'question' | 'options'> =>
    catalogueFor('Europe/London').escalations.standardCase(groupNames, trouble),
};
