/** Sends an issue off: recorded, or sent elsewhere, or given back with everything that was typed. */

import { z } from 'zod';
import type { AppContext } from '../../app/context';
import { isUnclear, type RaiseIssueOutcome, raiseIssue } from '../../app/issue/raise-issue.use-case';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import type { DraftView } from '../../cards/issue-draft';
import { issueRaisedCard } from '../../cards/issue-raised.card';
import { issueRoutesCard } from '../../cards/issue-routes.card';
import { issueUnsentCard } from '../../cards/issue-unsent.card';
import { messageOf } from '../../cards/messages/message';
import { verbNames } from '../../cards/verb-names';
import { calendarOf } from '../../domain/calendar/calendar-of';
import { workingDayAfter } from '../../domain/calendar/working-days';
import type { ProgrammeId } from '../../domain/ids';
import { issuePolicyOf } from '../../domain/issue/issue-policy';
import type { Programme } from '../../domain/programme/programme';
import { type MaskedText, maskText } from '../../domain/text/mask-text';
import { frameOf, plainFrame } from '../frame-of';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { within } from '../within';
import { exitReply } from './exit-reply';
import { draftFields, draftOf } from './issue-draft-fields';
import { formReply, notOnAListReply } from './raise-reply';
import { subject } from './subject';

interface Sent {
  readonly programmeId: ProgrammeId;
  readonly draft: DraftView;
  readonly wasAsked: boolean;
}

export const issueRaiseSendVerb = defineVerb({
  name: verbNames.issueRaiseSend,
  schema: z.object({ ...subject, ...draftFields, asked: z.string().max(3).optional() }),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const draft = draftOf(data, edge.app.newId);
    const sent: Sent = { programmeId: data.programmeId, draft, wasAsked: data.asked === 'yes' };
    const result = await raiseInTime(edge.app, actor, sent);
    const programme = await programmeIfThere(edge.app, sent.programmeId);
    if (result.outcome === 'notAMember') return notOnAListReply(edge);
    if (!('masked' in result) || !programme) return unsentReply(edge, actor, sent, programme);
    return reply(edge, actor, programme, { ...sent, result });
  },
});

/** Like `raiseIssue`, but always with an outcome before Teams stops waiting. */
async function raiseInTime(
  app: AppContext,
  { personId }: Actor,
  { programmeId, draft, wasAsked }: Sent,
): Promise<RaiseIssueOutcome> {
  const raising = raiseIssue(app, { ...draft, programmeId, personId, isHarmRuledOut: wasAsked });
  try {
    const raised = await within(app.clock, app.settings.answerDeadlineMs, raising);
    return raised.outcome === 'done' ? raised.value : { outcome: 'notConfirmed' };
  } catch (error) {
    if (isUnclear(error)) return { outcome: 'notConfirmed' };
    throw error;
  }
}

/** Mostly remembered from a moment ago, also while the store does not answer. */
async function programmeIfThere(app: AppContext, programmeId: ProgrammeId): Promise<Programme | undefined> {
  try {
    const found = await within(app.clock, 250, currentProgramme(app, programmeId));
    return found.outcome === 'done' ? found.value : undefined;
  } catch (error) {
    if (isUnclear(error)) return undefined;
    throw error;
  }
}

function unsentReply(
  edge: EdgeContext,
  actor: Actor,
  { programmeId, draft, wasAsked }: Sent,
  programme: Programme | undefined,
): Message {
  const { text } = maskText(draft.text, programme?.hospitalNumber);
  const frame = programme ? frameOf(edge, actor, programme) : plainFrame(edge);
  const view = { programme: programme ?? { id: programmeId }, draft: { ...draft, text }, wasAsked };
  return messageOf(issueUnsentCard, view, frame);
}

type Said = Extract<RaiseIssueOutcome, { readonly masked: MaskedText }>;

function reply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  { draft, result }: Sent & { readonly result: Said },
): Promise<Message> | Message {
  const masked = { ...draft, text: result.masked.text };
  switch (result.outcome) {
    case 'tellNow':
      return exitReply(edge, actor, programme, 'now', draft);
    case 'reportIncident':
      return exitReply(edge, actor, programme, 'happened', draft);
    case 'offerRoutes':
      return messageOf(issueRoutesCard, { programme, draft: masked }, frameOf(edge, actor, programme));
    case 'incomplete':
      return formReply(edge, actor, programme, { draft, notice: result.missing });
    case 'tooLong':
      return formReply(edge, actor, programme, { draft, notice: 'tooLong' });
    case 'sentBefore': {
      const anew = { ...draft, draftId: edge.app.newId() };
      return formReply(edge, actor, programme, { draft: anew, notice: 'sentBefore' });
    }
    case 'raised':
      return raisedReply(edge, actor, programme, result);
  }
}

function raisedReply(
  edge: EdgeContext,
  actor: Actor,
  programme: Programme,
  { issue, masked }: Extract<RaiseIssueOutcome, { outcome: 'raised' | 'sentBefore' }>,
): Message {
  const { backupRetentionDays } = edge.app.settings;
  const { oldAfterWorkingDays } = issuePolicyOf(programme);
  const site = programme.sites.find(({ odsCode }) => odsCode === issue.site);
  const view = {
    programme,
    issue,
    siteName: site?.name ?? issue.site,
    masked: masked.kinds,
    dealtWithBy: workingDayAfter(issue.raisedOn, oldAfterWorkingDays, calendarOf(programme)),
    backupRetentionDays,
  };
  return messageOf(issueRaisedCard, view, frameOf(edge, actor, programme));
}
