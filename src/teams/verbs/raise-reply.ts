/** The cards that lead to an issue: which programme, what others raised already, and the card to fill in. */

import { publishedIssues } from '../../app/issue/published-issues';
import { memberOf } from '../../app/issue/raise-issue.use-case';
import { programmesOf } from '../../app/people/programmes-of';
import type { Message } from '../../app/ports/messenger';
import { readPersonSite } from '../../app/programme/read-person-site';
import type { DraftFrom, DraftView } from '../../cards/issue-draft';
import { issueProgrammesCard } from '../../cards/issue-programmes.card';
import { type IssuePublishedView, issuePublishedCard } from '../../cards/issue-published.card';
import { type IssueRaiseView, issueRaiseCard } from '../../cards/issue-raise.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { ProgrammeId } from '../../domain/ids';
import { longestIssueText } from '../../domain/issue/raise-issue';
import type { Programme } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export interface Start {
  /** Absent: the person's own, to be chosen where there are several. */
  readonly programmeId?: ProgrammeId;
  /** As typed or taken from a message. */
  readonly draft: DraftView;
  readonly from?: DraftFrom;
  /** They have seen what others raised, or need not. */
  readonly isNew?: boolean;
}

export function notOnAListReply(edge: EdgeContext): Message {
  return messageOf(noticeCard, { kind: 'notOnAList' }, plainFrame(edge));
}

/** The first of these that is needed; whoever belongs to no programme is told so. */
export async function startReply(edge: EdgeContext, actor: Actor, start: Start): Promise<Message> {
  const { programmeId, draft, from = 'card', isNew = false } = start;
  if (programmeId === undefined) return chosenReply(edge, actor, start);
  const member = await memberOf(edge.app, programmeId, actor.personId);
  if (!member) return notOnAListReply(edge);
  if (isNew) return formReply(edge, actor, member.programme, { draft, from });
  const published = await publishedReply(edge, actor, member.programme, { text: draft.text, from });
  return published ?? formReply(edge, actor, member.programme, { draft, from });
}

async function chosenReply(edge: EdgeContext, actor: Actor, start: Start): Promise<Message> {
  const own = await programmesOf(edge.app, actor);
  const programmes = own.map(({ programme }) => programme);
  const [first] = programmes;
  if (!first) return notOnAListReply(edge);
  if (programmes.length === 1) return startReply(edge, actor, { ...start, programmeId: first.id });
  const text = programmes.reduce(
    (words, { hospitalNumber }) => maskText(words, hospitalNumber).text,
    start.draft.text,
  );
  return messageOf(
    issueProgrammesCard,
    { programmes, text, from: start.from ?? 'card' },
    frameOf(edge, actor, first),
  );
}

/** Undefined where nothing is published that can still be joined. */
export async function publishedReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  view: Pick<IssuePublishedView, 'text' | 'from' | 'notice'>,
): Promise<Message | undefined> {
  const issues = await publishedIssues(edge.app, programme.id, actor.personId);
  if (issues.length === 0 && view.notice === undefined) return undefined;
  const { text } = maskText(view.text, programme.hospitalNumber);
  return messageOf(issuePublishedCard, { programme, issues, ...view, text }, frameOf(edge, actor, programme));
}

/** The card to fill in, the person's own site in it; words are masked before they are shown. */
export async function formReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  said: Pick<IssueRaiseView, 'draft' | 'notice'> & { readonly from?: DraftFrom },
): Promise<Message> {
  const { draft, from = 'card', notice } = said;
  const isShortened = from === 'message' && draft.text.length > longestIssueText;
  const words = isShortened ? draft.text.slice(0, longestIssueText) : draft.text;
  const { text, kinds } = maskText(words, programme.hospitalNumber);
  const site = draft.site ?? (await readPersonSite(edge.app, programme, actor.personId));
  const view: IssueRaiseView = {
    programme,
    draft: { ...draft, text, ...(site === undefined ? {} : { site }) },
    from,
    sites: [...programme.sites].sort((a, b) => a.name.localeCompare(b.name, 'en')),
    masked: kinds,
    isShortened,
    ...(notice ? { notice } : {}),
  };
  return messageOf(issueRaiseCard, view, frameOf(edge, actor, programme));
}
