/** The sentences that become part of a record, as the wording port asks for them. */

import type { EscalationCase } from '../domain/escalation/escalation';
import { catalogueFor } from './catalogue';

export const wording = {
  standardCase: (groupNames: readonly string[]): Pick<EscalationCase, 'question' | 'options'> =>
    catalogueFor('Europe/London').escalations.standardCase(groupNames),
};
