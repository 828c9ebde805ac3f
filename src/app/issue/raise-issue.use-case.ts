/** Keeps an issue that somebody raises: masked first, whom it concerns sealed, and nothing at all where it is no issue. */

import type { OrganisationId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Issue } from '../../domain/issue/issue';
import {
  type DraftMissing,
  raiseIssue as decide,
  type IssueDraft,
  longestIssueText,
} from '../../domain/issue/raise-issue';
import type { Programme } from '../../domain/programme/programme';
import { type MaskedText, maskText } from '../../domain/text/mask-text';
import { roleHolderOf } from '../audience/role-holder';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { membershipsOf } from '../people/change-asking.use-case';
import { ConflictError, ThrottledError, UnavailableError } from '../ports/errors';
import { currentProgramme } from '../programme/current-programme';
import { ensureRecord, readRecord } from '../records';
import { createConcern, readIssue } from './concerns';

export interface RaiseIssue extends Omit<IssueDraft, 'raiserName'> {
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
  /** Random, made with the card: the same card sent three times makes one issue. */
  readonly draftId: string;
  readonly isNamed: boolean;
}

/** `masked`: the words as they may be kept and shown again. `sentBefore`: this card raised another issue already, which is
 * `issue`; these words are not kept. */
export type RaiseIssueOutcome =
  | { readonly outcome: 'notAMember' | 'notConfirmed' }
  | {
      readonly outcome: 'tellNow' | 'reportIncident' | 'offerRoutes' | 'tooLong';
      readonly masked: MaskedText;
    }
  | { readonly outcome: 'incomplete'; readonly missing: DraftMissing; readonly masked: MaskedText }
  | { readonly outcome: 'raised' | 'sentBefore'; readonly issue: Issue; readonly masked: MaskedText };

export interface Member {
  readonly programme: Programme;
  readonly organisationId: OrganisationId;
}

/** The programme, for whoever belongs to it: its people, and those who hold a role in it. */
export async function memberOf(
  context: AppContext,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<Member | undefined> {
  const memberships = await membershipsOf(context.store, personId);
  const own = memberships.find((membership) => membership.programmeId === programmeId);
  const programme = own && (await currentProgramme(context, programmeId));
  return programme && { programme, organisationId: own.organisationId };
}

/** The words go no further than this function unless they are raised. Safe to repeat. */
export async function raiseIssue(context: AppContext, command: RaiseIssue): Promise<RaiseIssueOutcome> {
  const { programmeId, personId, draftId } = command;
  const typed = command.text.slice(0, 10 * longestIssueText);
  const member = await memberOf(context, programmeId, personId);
  if (!member) return { outcome: 'notAMember' };
  const masked = maskText(typed, member.programme.hospitalNumber);
  const site = member.programme.sites.find(({ odsCode }) => odsCode === command.site)?.odsCode;
  const issueId = context.keys.issueIdOf(personId, draftId);
  const raiserName = command.isNamed ? await nameOf(context, member.programme, personId) : undefined;
  const draft = { ...command, text: masked.text, site, ...(raiserName ? { raiserName } : {}) };
  const decided = decide({ issueId, programmeId }, draft, context.clock.now());
  if (decided.outcome === 'incomplete') return { ...decided, masked };
  if (decided.outcome !== 'raise') return { outcome: decided.outcome, masked };
  try {
    return { ...(await keep(context, member, personId, decided.issue)), masked };
  } catch (error) {
    if (isUnclear(error)) return { outcome: 'notConfirmed' };
    throw error;
  }
}

/** Whom it concerns first: an issue without its raiser could never be answered. */
async function keep(
  context: AppContext,
  { organisationId }: Member,
  personId: PersonId,
  issue: Issue,
): Promise<{ readonly outcome: 'raised' | 'sentBefore'; readonly issue: Issue }> {
  const { programmeId, issueId } = issue;
  await createConcern(context, {
    programmeId,
    issueId,
    part: 'raiser',
    recipient: { personId, organisationId },
  });
  if ((await ensureRecord(context.store, 'issue', issue)) === 'created') {
    context.poke();
    return { outcome: 'raised', issue };
  }
  const kept = (await readIssue(context, { programmeId, issueId })) ?? issue;
  return { outcome: kept.text === issue.text ? 'raised' : 'sentBefore', issue: kept };
}

async function nameOf(
  { store, keys }: AppContext,
  programme: Programme,
  personId: PersonId,
): Promise<string | undefined> {
  const person = await readRecord(store, 'person', programme.id, personDocumentId(personId));
  return (person?.document ?? roleHolderOf(keys, programme, personId))?.displayName;
}

export function isUnclear(error: unknown): boolean {
  return (
    error instanceof UnavailableError || error instanceof ThrottledError || error instanceof ConflictError
  );
}
