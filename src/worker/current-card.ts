/** The card each campaign sends, made from its subject's state at the moment of sending. */

import type { CardSource } from '../app/campaign/card-source';
import { hasCommentsToMention } from '../app/comment/comments-to-mention';
import type { AppContext } from '../app/context';
import { groupsEscalated } from '../app/escalation/groups-escalated';
import { readEscalation } from '../app/escalation/read-escalation';
import { readGate } from '../app/gate/read-gate';
import { readHazard } from '../app/hazard/read-hazard';
import { readIssue } from '../app/issue/concerns';
import type { PersonAddress } from '../app/ports/address';
import type { Message } from '../app/ports/messenger';
import { currentProgramme } from '../app/programme/current-programme';
import { findReview } from '../app/review/save-review-draft.use-case';
import { readMissedRun } from '../app/schedule/read-missed-run';
import { chartAddress } from '../app/wave/chart-address';
import { readWaveResult } from '../app/wave/read-wave-result';
import { reviewToldMessage } from '../cards/messages/ballot-message';
import {
  decisionToldMessage,
  type EscalationPart,
  escalationMessage,
} from '../cards/messages/escalation-message';
import { gateMessage } from '../cards/messages/gate-message';
import { hazardMessage } from '../cards/messages/hazard-message';
import { fixMessage } from '../cards/messages/issue-message';
import { messageOf } from '../cards/messages/message';
import { pulseInvitationMessage } from '../cards/messages/pulse-message';
import { pulseMissedCard } from '../cards/pulse-missed.card';
import type { CardFrame } from '../cards/template';
import { waveHeardCard } from '../cards/wave-heard.card';
import { waveResultCard } from '../cards/wave-result.card';
import type { Campaign, CampaignPurpose } from '../domain/campaign/campaign';
import type { ChartSubject } from '../domain/chart/chart-subject';
import type { EscalationStatus } from '../domain/escalation/escalation';
import { asId, type PulseId, type ReviewId, type WaveId } from '../domain/ids';
import { isOpenHazard, isUnsettledHazard } from '../domain/issue/hazard';
import { isHazardReply } from '../domain/issue/hazard-campaigns';
import type { Programme } from '../domain/programme/programme';
import { ballotsMessage } from './ballots-message';
import { deskCard } from './desk-card';
import { ReleaseReader } from './release-reader';

interface Occasion {
  readonly context: AppContext;
  readonly releases: ReleaseReader;
  readonly programme: Programme;
  readonly campaign: Campaign;
  readonly address: PersonAddress;
  /** With the refresh of this card, where the recipient's device can be told to ask for it. */
  frame(card?: RefreshedCard, subjectId?: string, page?: string): CardFrame;
  /** What a message that carries ballots carries. */
  readonly carried: readonly ReviewId[];
  /** False where the card is there already and is brought up to date. */
  readonly isFirst: boolean;
}

type RefreshedCard =
  | 'pulse'
  | 'pulseMissed'
  | 'escalation'
  | 'gate'
  | 'fix'
  | 'desk'
  | 'hazard'
  | 'ballot'
  | 'ballots';

type Maker = (occasion: Occasion) => Promise<Message | 'nothing'>;

const makers: Readonly<Record<CampaignPurpose, Maker>> = {
  'pulse-invitation': async ({ context, programme, campaign, frame }) => {
    const asked = await context.waves.read(campaign.programmeId, asId(campaign.subjectId));
    if (!asked?.key) return 'nothing';
    const { corrections = [] } = asked.wave;
    return {
      ...pulseInvitationMessage(programme, asked.wave, frame('pulse')),
      wording: corrections.length,
    };
  },
  'wave-result': async ({ context, programme, campaign, frame }) => {
    const waveId = asId<WaveId>(campaign.subjectId);
    const result = await readWaveResult(context.store, programme, waveId);
    if (!result) return 'nothing';
    // It goes to those who decide on comments.
    const waits = await hasCommentsToMention(context.store, { programmeId: programme.id, waveId }, 'review');
    const comments = waits ? { comments: 'toReview' as const } : {};
    return messageOf(waveResultCard, { programme, ...result, ...comments }, frame());
  },
  'wave-heard': async ({ context, releases, programme, campaign, frame }) => {
    const waveId = asId<WaveId>(campaign.subjectId);
    const release = await releases.read(programme.id, waveId);
    if (!release) return 'nothing';
    const escalated = await groupsEscalated(context, programme.id, waveId);
    const asked = (await context.waves.read(programme.id, waveId))?.wave;
    const heard = { programme, release, ...(asked ? { asked } : {}), ...escalated };
    return messageOf(waveHeardCard, heard, frame());
  },
  'escalation-preparation': (occasion) => escalationCard(occasion, ['withLead']),
  'escalation-copy': (occasion) => escalationCard(occasion, ['withExecutive'], 'copy'),
  'escalation-more': (occasion) => escalationCard(occasion, ['withExecutive'], 'more'),
  hazard: hazardAlert,
  'decision-told': async ({ context, campaign, address, frame }) => {
    const place = await readEscalation(
      context,
      { programmeId: campaign.programmeId, escalationId: asId(campaign.subjectId) },
      address.personId,
    );
    const audience = campaign.audienceKind === 'role' ? 'lead' : 'staff';
    return (place && decisionToldMessage(place, audience, frame())) ?? 'nothing';
  },
  'gate-decided': gateCard,
  'issue-fix': fixCard,
  'desk-digest': cardOfDesk,
  'desk-due-soon': cardOfDesk,
  'ballot-invitation': ballotInvitation,
  'pulse-missed': missedCard,
  'review-told': async ({ context, programme, campaign, frame }) => {
    const place = { programmeId: programme.id, reviewId: asId<ReviewId>(campaign.subjectId) };
    const review = await findReview(context, place);
    return review?.decision ? reviewToldMessage(programme, review, frame()) : 'nothing';
  },
};

/** @param isLocal true for the Playground, which knows no `refresh`. */
export function currentCard(context: AppContext, isLocal: boolean): CardSource {
  const releases = new ReleaseReader(context);
  return async (campaign, delivery, address) => {
    const programme = await currentProgramme(context, campaign.programmeId);
    if (!programme) return 'nothing';
    const { isSynthetic, timeZone } = programme;
    const chartUrl = (subject: ChartSubject) => chartAddress(context, subject);
    const frame: Occasion['frame'] = (card, subjectId = campaign.subjectId, page) => {
      const { teamsUserId } = address;
      if (!card || isLocal || !teamsUserId) return { isSynthetic, timeZone, chartUrl };
      const data = { card, programmeId: programme.id, subjectId, ...(page ? { page } : {}) };
      return { isSynthetic, timeZone, chartUrl, refresh: { userId: teamsUserId, data } };
    };
    const isFirst = delivery.activityId === undefined;
    const { carried = [] } = delivery;
    const occasion = { context, releases, programme, campaign, address, frame, isFirst, carried };
    return makers[campaign.purpose](occasion);
  };
}

/** Nothing is sent for the first time once its occasion has passed; what was sent is brought up to date. */
async function escalationCard(
  { context, campaign, address, frame, isFirst }: Occasion,
  occasions: readonly EscalationStatus[],
  part?: EscalationPart,
): Promise<Message | 'nothing'> {
  const place = await readEscalation(
    context,
    { programmeId: campaign.programmeId, escalationId: asId(campaign.subjectId) },
    address.personId,
  );
  if (!place || (isFirst && !occasions.includes(place.escalation.status))) return 'nothing';
  return escalationMessage(place, frame('escalation'), {}, part);
}

function cardOfDesk({ context, programme, campaign, address, isFirst, frame }: Occasion) {
  const { personId } = address;
  const { campaignId } = campaign;
  return deskCard({ context, programme, campaignId, personId, isFirst, frame: frame('desk') });
}

async function gateCard({ context, campaign, address, frame }: Occasion): Promise<Message | 'nothing'> {
  const { programmeId, subjectId } = campaign;
  const place = await readGate(context, { programmeId, gateId: asId(subjectId) }, address.personId);
  return place ? gateMessage(place, context.clock.now(), frame('gate')) : 'nothing';
}

/** Not for the first time once somebody has opened it in its place. */
async function missedCard({
  context,
  programme,
  campaign,
  isFirst,
  frame,
}: Occasion): Promise<Message | 'nothing'> {
  const { campaignId, subjectId } = campaign;
  const which = { programmeId: programme.id, pulseId: asId<PulseId>(subjectId), campaignId };
  const missed = await readMissedRun(context, which);
  if (!missed || (isFirst && missed.opened)) return 'nothing';
  const { canOpen, ...place } = missed;
  const view = { programme, ...place, mayOpen: canOpen };
  return messageOf(pulseMissedCard, view, frame('pulseMissed', place.pulseId, place.run.plannedFor));
}

/** Nobody is alerted any more once somebody has it: cards that are there say who. They get what is said since. */
async function hazardAlert({
  context,
  campaign,
  address,
  isFirst,
  frame,
}: Occasion): Promise<Message | 'nothing'> {
  const { programmeId, subjectId } = campaign;
  const place = await readHazard(context, { programmeId, issueId: asId(subjectId) }, address.personId);
  const isWanted = isHazardReply(campaign.campaignId) ? isOpenHazard : isUnsettledHazard;
  if (!place || (isFirst && !isWanted(place.issue))) return 'nothing';
  return hazardMessage(place, frame('hazard'));
}

/** Not for the first time once it was given to somebody else, or is over. */
async function fixCard({
  context,
  programme,
  campaign,
  address,
  isFirst,
  frame,
}: Occasion): Promise<Message | 'nothing'> {
  const { programmeId, subjectId } = campaign;
  const issue = await readIssue(context, { programmeId, issueId: asId(subjectId) });
  const isTheirs = issue?.status === 'fixing' && issue.fix?.owner === address.personId;
  if (!issue || (isFirst && !isTheirs)) return 'nothing';
  return fixMessage({ programme, issue, now: context.clock.now() }, address.personId, frame('fix'));
}

async function ballotInvitation({ context, programme, address, frame, carried }: Occasion) {
  const message = await ballotsMessage(context, programme, address.personId, carried);
  if (!message) return 'nothing';
  const [card, subjectId] =
    carried.length > 1 ? (['ballots', programme.id] as const) : (['ballot', carried[0]] as const);
  return message(frame(card, subjectId));
}
