/** What whoever owns a fix says of it, and the card that answers. */

import { readIssue } from '../../app/issue/concerns';
import { type OwnFixOutcome, ownFix } from '../../app/issue/own-fix.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { issueUnconfirmedCard, unconfirmedWords } from '../../cards/issue-unconfirmed.card';
import { type FixSaid, fixMessage } from '../../cards/messages/issue-message';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { IssueId, ProgrammeId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

interface IssueIds {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
}

/** Only for somebody who owns a fix of this issue, or owned one. */
export async function fixReply(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, issueId }: IssueIds,
  said?: FixSaid,
): Promise<Message> {
  const [programme, issue] = await Promise.all([
    currentProgramme(edge.app, programmeId),
    readIssue(edge.app, { programmeId, issueId }),
  ]);
  if (!programme || !issue || issue.fix?.owner !== actor.personId) {
    return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  }
  const frame = frameOf(edge, actor, programme, { card: 'fix', subjectId: issueId });
  return fixMessage({ programme, issue, now: edge.app.clock.now() }, actor.personId, frame, said);
}

export async function owningFix(
  edge: EdgeContext,
  actor: Actor,
  command: Omit<Parameters<typeof ownFix>[1], 'personId'>,
  typed: NonNullable<FixSaid['typed']>,
): Promise<Message> {
  let said: FixSaid;
  try {
    said = saidOf(await ownFix(edge.app, { ...command, personId: actor.personId }), typed);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    said = { notice: 'notConfirmed', typed };
  }
  try {
    return await fixReply(edge, actor, command, said);
  } catch (error) {
    if (!(error instanceof UnavailableError) || !said.typed) throw error;
    const { programmeId, issueId } = command;
    const view = { programmeId, issueId, card: 'fix' as const, ...unconfirmedWords(said.typed) };
    return messageOf(issueUnconfirmedCard, view, plainFrame(edge));
  }
}

function saidOf(outcome: OwnFixOutcome, typed: NonNullable<FixSaid['typed']>): FixSaid {
  switch (outcome.outcome) {
    case 'saved':
      return { notice: 'saved' };
    case 'outOfDate':
      return { notice: 'outOfDate', typed };
    case 'incomplete':
      return { notice: outcome.missing, typed };
    case 'noSuchIssue':
    case 'notTheOwner':
      return {};
  }
}
