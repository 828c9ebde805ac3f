/** "Unsafe, because …": opens the card for it, and sends it to the clinical safety officer. */

import { z } from 'zod';
import { isUnclear } from '../../app/issue/raise-issue.use-case';
import type { Message } from '../../app/ports/messenger';
import { currentProgramme } from '../../app/programme/current-programme';
import { readPersonSite } from '../../app/programme/read-person-site';
import { type RaiseUnsafeOutcome, raiseUnsafe } from '../../app/review/raise-unsafe.use-case';
import { readBallot } from '../../app/review/read-ballot';
import { type BallotUnsafeView, ballotUnsafeCard, unsafeHarms } from '../../cards/ballot-unsafe.card';
import type { DraftView } from '../../cards/issue-draft';
import { issueUnsentCard } from '../../cards/issue-unsent.card';
import { ballotOverMessage, ballotSubjectOf } from '../../cards/messages/ballot-message';
import { messageOf } from '../../cards/messages/message';
import { verbNames } from '../../cards/verb-names';
import { maskText } from '../../domain/text/mask-text';
import { plainFrame } from '../frame-of';
import { type Actor, defineVerb, type EdgeContext } from '../verb';
import { within } from '../within';
import { type BallotTap, ballotFields } from './ballot-fields';
import { ballotFrame, ballotReply } from './ballot-reply';
import { exitReply } from './exit-reply';
import { notInvitedReply } from './pulse-reply';
import { notOnAListReply, startReply } from './raise-reply';

export const ballotUnsafeVerb = defineVerb({
  name: verbNames.ballotUnsafe,
  schema: z.object({
    ...ballotFields,
    /** Absent: the card is only opened. */
    draftId: z.string().min(1).max(100).optional(),
    text: z.string().max(20_000).optional(),
    harm: z.enum(unsafeHarms).default('could'),
    site: z.string().max(20).optional(),
  }),
  role: 'respondent',
  async handle(edge, { actor, data }) {
    const { draftId, text = '', harm, site } = data;
    const said = { draftId: draftId ?? edge.app.newId(), text, harm, ...(site ? { site } : {}) };
    if (draftId === undefined) return formReply(edge, actor, data, said);
    const result = await raiseInTime(edge, actor, data, said);
    return sentReply(edge, actor, data, said, result);
  },
});

type Said = Pick<BallotUnsafeView, 'draftId' | 'text' | 'harm'> & { readonly site?: string };

async function raiseInTime(
  { app }: EdgeContext,
  { personId }: Actor,
  { programmeId, reviewId }: BallotTap,
  said: Said,
): Promise<RaiseUnsafeOutcome> {
  const raising = raiseUnsafe(app, { ...said, programmeId, reviewId, personId, isNamed: false });
  try {
    const raised = await within(app.clock, app.settings.answerDeadlineMs, raising);
    return raised.outcome === 'done' ? raised.value : { outcome: 'notConfirmed' };
  } catch (error) {
    if (isUnclear(error)) return { outcome: 'notConfirmed' };
    throw error;
  }
}

async function sentReply(
  edge: EdgeContext,
  actor: Actor,
  tap: BallotTap,
  said: Said,
  result: RaiseUnsafeOutcome,
): Promise<Message> {
  const { draftId, text, harm, site } = said;
  const draft: DraftView = {
    ...{ draftId, text, harm, category: 'safety', effect: 'careCouldSuffer', isNamed: false },
    ...(site ? { site } : {}),
  };
  switch (result.outcome) {
    case 'notAMember':
      return notOnAListReply(edge);
    // Voting is over, but what is unsafe is still to be told.
    case 'notAsked':
      return startReply(edge, actor, { programmeId: tap.programmeId, draft, isNew: true });
    case 'tellNow':
    case 'reportIncident':
    case 'offerRoutes': {
      const programme = await currentProgramme(edge.app, tap.programmeId);
      const kind = result.outcome === 'tellNow' ? 'now' : 'happened';
      return programme ? exitReply(edge, actor, programme, kind, draft) : notInvitedReply(edge);
    }
    case 'notConfirmed':
      return unconfirmedReply(edge, actor, tap, said, draft);
    case 'tooLong':
      return formReply(edge, actor, tap, said, 'tooLong');
    case 'sentBefore':
      return formReply(edge, actor, tap, { ...said, draftId: edge.app.newId() }, 'sentBefore');
    case 'incomplete':
      return formReply(edge, actor, tap, said, result.missing === 'site' ? 'site' : 'text');
    case 'raised':
      return ballotReply(edge, actor, tap, { notice: 'unsafeSent', masked: result.masked.kinds });
  }
}

/** While nothing can be read, the words are given back on a card that needs nothing but them. */
async function unconfirmedReply(
  edge: EdgeContext,
  actor: Actor,
  tap: BallotTap,
  said: Said,
  draft: DraftView,
): Promise<Message> {
  try {
    return await formReply(edge, actor, tap, said, 'notConfirmed');
  } catch (error) {
    if (!isUnclear(error)) throw error;
    const { text } = maskText(said.text, undefined);
    const view = { programme: { id: tap.programmeId }, draft: { ...draft, text }, wasAsked: true };
    return messageOf(issueUnsentCard, view, plainFrame(edge));
  }
}

async function formReply(
  edge: EdgeContext,
  actor: Actor,
  tap: BallotTap,
  said: Said,
  notice?: BallotUnsafeView['notice'],
): Promise<Message> {
  const { personId } = actor;
  const current = await readBallot(edge.app, { ...tap, personId });
  if (current.outcome === 'notInvited') return notInvitedReply(edge);
  const { programme, review, round, isNamed } = current;
  const frame = ballotFrame(edge, actor, programme, tap);
  const masked = maskText(said.text, programme.hospitalNumber);
  if (current.outcome === 'over') {
    return ballotOverMessage(current, frame, { typed: masked.text, isFromList: tap.list });
  }
  const ownSite = await readPersonSite(edge.app, programme, personId);
  const view: BallotUnsafeView = {
    ...{ programme, draftId: said.draftId, text: masked.text, harm: said.harm, isFromList: tap.list },
    ballot: ballotSubjectOf(review, round, programme, isNamed),
    revision: current.revision,
    masked: masked.kinds,
    ...(ownSite === undefined ? { sites: programme.sites } : {}),
    ...(notice ? { notice } : {}),
  };
  return messageOf(ballotUnsafeCard, view, frame);
}
