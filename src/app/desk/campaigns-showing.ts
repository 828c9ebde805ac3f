/** Which cards a change of something leaves behind, so that they are brought up to date where they were sent. */

import { localDay } from '../../domain/calendar/local-time';
import { type Desk, type DeskItemKind, type DeskSend, isSameItem } from '../../domain/desk/desk';
import type { Escalation } from '../../domain/escalation/escalation';
import { campaignsShowing as escalationCampaigns } from '../../domain/escalation/escalation-campaigns';
import { gateCampaignsShowing } from '../../domain/gate/gate-campaigns';
import type { CampaignId, PersonId } from '../../domain/ids';
import { hazardCampaignsShowing } from '../../domain/issue/hazard-campaigns';
import { issueCampaignsShowing } from '../../domain/issue/issue-campaigns';
import { type Programme, type Role, roles } from '../../domain/programme/programme';
import { missedCampaignsOf } from '../../domain/pulse/plan-run';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { type DocumentOf, deskDocumentId } from '../documents';
import type { IntendingDocument } from '../intent-handler';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { readRecord } from '../records';

/** Its own sends, and those of the desks of everybody it was put to. What its reader may be typing into is left alone: a card
 * made after the change, and a list from which something else was opened. */
export async function campaignsShowing(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  document: IntendingDocument,
): Promise<readonly CampaignId[]> {
  switch (document.type) {
    case 'escalation':
      return [...escalationCampaigns(document), ...(await ofEscalation(context, document))];
    case 'gate':
      return [...gateCampaignsShowing(document), ...(await ofGate(context, document))];
    case 'issue':
      return [
        ...hazardCampaignsShowing(document),
        ...issueCampaignsShowing(document),
        ...(await ofIssue(context, document)),
      ];
    case 'review':
      return ofReview(context, document);
    case 'desk':
      return ofDesk(context, document);
    case 'pulse':
      return missedCampaignsOf(document);
    default:
      return [];
  }
}

function ofEscalation(context: Pick<AppContext, 'store'>, escalation: Escalation) {
  const { programmeId, escalationId, status, assignment, earlierAssignments } = escalation;
  const everyone = [...earlierAssignments, ...(assignment ? [assignment] : [])];
  const people = [...new Set(everyone.flatMap(({ asked }) => asked.map(({ personId }) => personId)))];
  const justAsked = status === 'withExecutive' ? (assignment?.carded ?? []) : [];
  const asking = everyone.length;
  return onDesks(context, programmeId, people, {
    kinds: ['escalation'],
    id: escalationId,
    isCurrent: (personId, { opened, shows }) =>
      justAsked.includes(personId) && (opened !== undefined || shows.some((one) => one.asking === asking)),
  });
}

async function ofIssue(context: Pick<AppContext, 'store' | 'keys' | 'clock'>, issue: DocumentOf<'issue'>) {
  const { programmeId, issueId } = issue;
  return onDesks(context, programmeId, await holders(context, issue, leadRoles), {
    kinds: ['issue'],
    id: issueId,
  });
}

async function ofGate(context: Pick<AppContext, 'store' | 'keys' | 'clock'>, gate: DocumentOf<'gate'>) {
  const { programmeId, gateId } = gate;
  return onDesks(context, programmeId, await holders(context, gate, roles), {
    kinds: ['gate', 'gateChange'],
    id: gateId,
  });
}

/** Everybody's ballot is left as it is: it says that the review is closed when it is touched. */
async function ofReview(context: Pick<AppContext, 'store' | 'keys' | 'clock'>, review: DocumentOf<'review'>) {
  const { programmeId, reviewId } = review;
  const people = await holders(context, review, roles);
  return onDesks(context, programmeId, people, { kinds: ['review'], id: reviewId });
}

/** The list of today to which something was added. */
async function ofDesk(
  context: Pick<AppContext, 'store' | 'clock'>,
  desk: DocumentOf<'desk'>,
): Promise<readonly CampaignId[]> {
  const programme = await currentProgramme(context, desk.programmeId);
  if (!programme) return [];
  const today = localDay(context.clock.now(), programme.timeZone);
  return desk.sends
    .filter(({ kind, on, opened }) => kind === 'dueSoon' && on === today && opened === undefined)
    .map(({ campaignId }) => campaignId);
}

interface Shown {
  readonly kinds: readonly DeskItemKind[];
  readonly id: string;
  /** A card of the item itself that is as it should be. */
  readonly isCurrent?: (personId: PersonId, send: DeskSend) => boolean;
}

async function onDesks(
  { store }: Pick<AppContext, 'store'>,
  programmeId: Programme['id'],
  people: readonly PersonId[],
  shown: Shown,
): Promise<readonly CampaignId[]> {
  const desks = await Promise.all(
    people.map((personId) => readRecord(store, 'desk', programmeId, deskDocumentId(personId))),
  );
  return desks.flatMap((stored) => (stored ? sendsShowing(stored.document, shown) : []));
}

function sendsShowing({ personId, sends }: Desk, { kinds, id, isCurrent }: Shown): readonly CampaignId[] {
  const isIt = (ref: { kind: DeskItemKind; id: string }) =>
    kinds.some((kind) => isSameItem(ref, { kind, id }));
  return sends
    .filter((send) => {
      const { kind, shows, opened } = send;
      if (opened && !isIt(opened)) return false;
      const isItsOwn = opened !== undefined || (kind === 'digest' && shows.length === 1);
      if (isItsOwn && isCurrent?.(personId, send)) return false;
      return opened !== undefined || shows.some(isIt);
    })
    .map(({ campaignId }) => campaignId);
}

async function holders(
  context: Pick<AppContext, 'store' | 'keys' | 'clock'>,
  { programmeId }: { readonly programmeId: Programme['id'] },
  wanted: readonly Role[],
): Promise<readonly PersonId[]> {
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return [];
  return [...new Set(holdersOf(context.keys, programme, wanted).map(({ personId }) => personId))];
}
