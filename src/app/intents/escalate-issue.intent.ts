/** Sends an issue up with the case that the lead made, and notes in the issue which escalation it is. */

import type { EscalationId } from '../../domain/ids';
import type { IssueCase } from '../../domain/issue/issue';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { currentProgramme } from '../current-programme';
import type { DocumentOf } from '../documents';
import { forwardEscalation } from '../forward-escalation.use-case';
import { issueFactOf } from '../issue-fact';
import { raiseEscalation } from '../raise-escalation.use-case';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

export const escalateIssueIntent = defineIntent('escalate-issue', 'issue', async (context, issue) => {
  const { goingUp, programmeId, issueId } = issue;
  const programme = await currentProgramme(context, programmeId);
  if (!programme || !goingUp) return;
  const escalationId = await sendUp(context, programme, issue, goingUp);
  await changeRecord(context.store, 'issue', programmeId, issueId, (current) => {
    const { goingUp: waiting, ...rest } = current;
    if (waiting?.round !== goingUp.round) return { outcome: 'overtaken' };
    return { outcome: 'sentUp', next: { ...rest, escalationId } };
  });
  context.poke();
});

/** @throws Error while the programme names nobody who could decide: it is tried again. */
async function sendUp(
  context: AppContext,
  programme: Programme,
  issue: DocumentOf<'issue'>,
  { by, round: _round, ...words }: IssueCase,
): Promise<EscalationId> {
  const fact = await issueFactOf(context, programme, issue, words.question);
  const raised = await raiseEscalation(context, {
    programme,
    source: { kind: 'issue', issueId: issue.issueId },
    facts: [fact],
    prepared: { by, words },
    category: issue.category,
  });
  if (raised.outcome === 'raised') return raised.escalationId;
  if (raised.outcome !== 'nothingNew') throw new Error(`an issue did not go up: ${raised.outcome}`);
  const { covering } = raised;
  if (!covering) throw new Error('an issue did not go up, and no escalation is about it');
  // It waited for the lead already, by its age or by how many stand behind it.
  const lead = { personId: by, words };
  await forwardEscalation(context, { programmeId: programme.id, escalationId: covering, lead });
  return covering;
}
