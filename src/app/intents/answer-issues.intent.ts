/** What was decided about issues goes back to each of them, and from there to the people concerned. */

import { answerDecided } from '../../domain/issue/answer-decided';
import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

export const answerIssuesIntent = defineIntent(
  'answer-issues',
  'escalation',
  async (context, escalation, intent) => {
    const number = Number(intent.data?.number);
    const { decision: latest, earlierDecisions, facts = [] } = escalation;
    const decision = [...earlierDecisions, ...(latest ? [latest] : [])][number - 1];
    if (!decision) throw new Error(`escalation ${escalation.escalationId} has no decision ${number}`);
    for (const fact of facts) {
      if (fact.kind === 'issue') await answer(context, escalation, decision, fact.issueId);
    }
    context.poke();
  },
);

async function answer(
  { store, clock }: AppContext,
  escalation: DocumentOf<'escalation'>,
  decision: NonNullable<DocumentOf<'escalation'>['decision']>,
  issueId: string,
): Promise<void> {
  await changeRecord(store, 'issue', escalation.programmeId, issueId, (issue) => {
    const next = answerDecided(issue, escalation, decision, clock.now());
    return next ? { outcome: 'answered', next } : { outcome: 'settled' };
  });
}
