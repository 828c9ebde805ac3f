/** Sends an issue up with the case that the lead made, and notes in the issue which escalation it is. */

import type { Escalation } from '../../domain/escalation/escalation';
import { occasionOf, sentUp } from '../../domain/issue/gone-up';
import type { IssueCase } from '../../domain/issue/issue';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import type { DocumentOf } from '../documents';
import { forwardEscalation } from '../escalation/forward-escalation.use-case';
import { raiseEscalation } from '../escalation/raise-escalation.use-case';
import { issueFactOf } from '../issue/issue-fact';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord, readRecord } from '../records';
import { defineIntent } from './define-intent';

export const escalateIssueIntent = defineIntent('escalate-issue', 'issue', async (context, issue) => {
  const { goingUp, programmeId, issueId } = issue;
  const programme = await currentProgramme(context, programmeId);
  if (!programme || !goingUp) return;
  const escalation = await sendUp(context, programme, issue, goingUp);
  await changeRecord(context.store, 'issue', programmeId, issueId, (current) => {
    const next = sentUp(current, goingUp.round, escalation, context.clock.now());
    return next ? { outcome: 'sentUp', next } : { outcome: 'overtaken' };
  });
  context.poke();
});

/** @throws Error while the programme names nobody who could decide: it is tried again. */
async function sendUp(
  context: AppContext,
  programme: Programme,
  issue: DocumentOf<'issue'>,
  { by, round: _round, ...words }: IssueCase,
): Promise<Escalation> {
  const fact = await issueFactOf(context, programme, issue, words.question);
  const raised = await raiseEscalation(context, {
    programme,
    source: { kind: 'issue', issueId: issue.issueId },
    occasion: occasionOf(issue, 'lead'),
    facts: [fact],
    prepared: { by, words },
    category: issue.category,
  });
  const escalationId =
    raised.outcome === 'raised'
      ? raised.escalationId
      : raised.outcome === 'nothingNew'
        ? raised.covering
        : undefined;
  const stored = escalationId && (await readRecord(context.store, 'escalation', programme.id, escalationId));
  if (!stored) throw new Error(`an issue did not go up: ${raised.outcome}`);
  // It waited for the lead already, by how long it waits, what it does or how many stand behind it.
  if (stored.document.status === 'withLead') {
    const lead = { personId: by, words };
    await forwardEscalation(context, { programmeId: programme.id, escalationId, lead });
  }
  return stored.document;
}
