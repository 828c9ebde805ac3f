/** The card that answers whatever a lead did about an issue: always where it stands now. */

import type { AskRaiserOutcome } from '../../app/issue/ask-raiser.use-case';
import type { MergeIssueOutcome } from '../../app/issue/merge-issue.use-case';
import { readTriage } from '../../app/issue/read-triage';
import type { TriageIssueOutcome } from '../../app/issue/triage-issue.use-case';
import { UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import { issueUnconfirmedCard, unconfirmedWords } from '../../cards/issue-unconfirmed.card';
import { type TriageSaid, triageMessage } from '../../cards/messages/issue-message';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { IssueId, ProgrammeId } from '../../domain/ids';
import type { TriageKind } from '../../domain/issue/triage-issue';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

interface IssueIds {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
}

/** @param search a part of the name of whoever is to own the fix. */
export async function triageReply(
  edge: EdgeContext,
  actor: Actor,
  ids: IssueIds,
  said: TriageSaid = {},
  search?: string,
): Promise<Message> {
  const { personId } = actor;
  const place = await readTriage(edge.app, ids, { personId, ...(search ? { search } : {}) });
  if (!place) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
  const { found = [] } = place;
  const [only] = found;
  const chosen: Readonly<Record<string, string>> =
    only && found.length === 1 ? { fixOwner: only.personId } : {};
  const notice = search && found.length === 0 ? ('noSuchPerson' as const) : said.notice;
  const frame = frameOf(edge, actor, place.programme, { card: 'triage', subjectId: ids.issueId });
  return triageMessage(place, frame, {
    ...(notice ? { notice } : {}),
    ...(said.typed ? { typed: { ...said.typed, ...chosen } } : {}),
  });
}

type Outcome = TriageIssueOutcome | AskRaiserOutcome | MergeIssueOutcome;

const done: Readonly<Record<TriageKind, TriageSaid['notice']>> = {
  fix: 'fixPlanned',
  fixed: 'answered',
  notNow: 'answered',
  escalate: 'escalated',
  publish: 'saved',
  unpublish: 'saved',
  markBlocker: 'saved',
  clearBlocker: 'saved',
  ask: 'asked',
  merge: 'merged',
};

/** Does it, and answers with the card as it stands then; what was typed comes back with every refusal. */
export async function triaging(
  edge: EdgeContext,
  actor: Actor,
  ids: IssueIds,
  act: {
    readonly kind: TriageKind;
    readonly typed: Readonly<Record<string, string>>;
    carryOut(): Promise<Outcome>;
  },
): Promise<Message> {
  let said: TriageSaid;
  try {
    said = saidOf(await act.carryOut(), act.kind, act.typed);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    said = { notice: 'notConfirmed', typed: act.typed };
  }
  return showingTriage(edge, actor, ids, said);
}

/** The card as it stands; while nothing can be read, what was typed with a button that shows it again. */
export async function showingTriage(
  edge: EdgeContext,
  actor: Actor,
  ids: IssueIds,
  said: TriageSaid,
  search?: string,
): Promise<Message> {
  const { typed } = said;
  try {
    return await triageReply(edge, actor, ids, said, search);
  } catch (error) {
    if (!(error instanceof UnavailableError) || !typed) throw error;
    const { programmeId, issueId } = ids;
    const view = { programmeId, issueId, card: 'triage' as const, ...unconfirmedWords(typed) };
    return messageOf(issueUnconfirmedCard, view, plainFrame(edge));
  }
}

function saidOf(outcome: Outcome, kind: TriageKind, typed: Readonly<Record<string, string>>): TriageSaid {
  switch (outcome.outcome) {
    case 'triaged':
    case 'asked':
    case 'merged': {
      const notice = done[kind];
      return notice ? { notice } : {};
    }
    case 'incomplete':
      return { notice: outcome.missing, typed };
    case 'noSuchIssue':
    case 'notTheLead':
      return {};
    default:
      return { notice: outcome.outcome, typed };
  }
}

/** What was typed, by the name of its input; what was left blank is left out. */
export function typedIn(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const { cardVersion: _version, programmeId: _programme, issueId: _issue, act: _act, ...inputs } = data;
  return Object.fromEntries(
    Object.entries(inputs).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
}
