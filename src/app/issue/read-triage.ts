/** An issue with everything that the lead's card needs to show and to offer. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import { isOld, type WaitsFor, whatWaits, workingDaysWaiting } from '../../domain/issue/ageing';
import { type Issue, type SupportLevel, supportLevelOf } from '../../domain/issue/issue';
import { issuePolicyOf } from '../../domain/issue/issue-policy';
import type { ShownPlace } from '../../domain/issue/shown-place';
import { canTriage } from '../../domain/issue/triage-issue';
import { type Programme, roles } from '../../domain/programme/programme';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { type FoundPerson, findPeople } from '../people/find-people';
import { firstAskedOf, holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { siteForReading } from '../programme/site-for-reading';
import { readRecord } from '../records';
import { supportersOf } from './concerns';
import { listIssues } from './list-issues';
import { helpedLevels, readThreads, type SpokenThread } from './read-voices';

export interface IssueAge {
  readonly waits?: WaitsFor;
  readonly waitingDays: number;
  readonly isOld: boolean;
  readonly promisedDays: number;
}

export interface ReadTriage extends IssueAge {
  readonly programme: Programme;
  readonly issue: Issue;
  readonly place: ShownPlace;
  readonly support: SupportLevel;
  /** The threads with whose they are: the raiser's or of somebody who added their voice. */
  readonly spoken: readonly SpokenThread[];
  /** Who said of the latest answer that it helped, and that it did not. */
  readonly helped: Readonly<Record<'yes' | 'no', SupportLevel>>;
  /** Who can be given the fix: who has it, those found by name, and the role holders. */
  readonly owners: readonly FoundPerson[];
  /** Those whose name holds what was searched for; absent where nothing was. */
  readonly found?: readonly FoundPerson[];
  /** Open issues it may be the same as, those of its category first. */
  readonly mergeable: readonly Issue[];
  readonly executiveNames: readonly string[];
}

const mostMergeable = 15;

/** Undefined for whoever is not a lead of the programme, and where there is no such issue. */
export async function readTriage(
  context: AppContext,
  ids: { readonly programmeId: ProgrammeId; readonly issueId: IssueId },
  reader: { readonly personId: PersonId; readonly search?: string },
): Promise<ReadTriage | undefined> {
  const { store, keys } = context;
  const { programmeId, issueId } = ids;
  const [programme, stored] = await Promise.all([
    currentProgramme(context, programmeId),
    readRecord(store, 'issue', programmeId, issueId),
  ]);
  if (!programme || !stored) return undefined;
  const holders = holdersOf(keys, programme, roles);
  const isLead = holders.some((one) => one.personId === reader.personId && leadRoles.includes(one.role));
  if (!isLead) return undefined;
  const issue = stored.document;
  const [place, supporters, spoken, helped, found, mergeable] = await Promise.all([
    siteForReading(context, programme, issue.site),
    supportersOf(context, programmeId, issueId),
    readThreads(context, issue),
    helpedLevels(context, ids, issue.answers.length),
    reader.search ? findPeople(context, programme, reader.search) : undefined,
    canTriage(issue, 'merge') ? mergeableWith(context, issue) : [],
  ]);
  return {
    programme,
    issue,
    place,
    support: supportLevelOf(supporters),
    spoken,
    helped,
    ...ageOf(context, programme, issue),
    owners: ownersOf(issue, found ?? [], holders),
    ...(found ? { found } : {}),
    mergeable,
    executiveNames: firstAskedOf(keys, programme).map(({ displayName }) => displayName),
  };
}

export function ageOf({ clock }: Pick<AppContext, 'clock'>, programme: Programme, issue: Issue): IssueAge {
  const today = localDay(clock.now(), programme.timeZone);
  const calendar = calendarOf(programme);
  const policy = issuePolicyOf(programme);
  const waits = whatWaits(issue, today);
  return {
    ...(waits ? { waits } : {}),
    waitingDays: workingDaysWaiting(issue, today, calendar),
    isOld: isOld(issue, today, calendar, policy),
    promisedDays: policy.oldAfterWorkingDays,
  };
}

async function mergeableWith(context: AppContext, issue: Issue): Promise<readonly Issue[]> {
  const others = await listIssues(context, issue.programmeId);
  const open = others.filter((other) => other.issueId !== issue.issueId && canTriage(other, 'ask'));
  const isSame = ({ category }: Issue) => category === issue.category;
  return [...open.filter(isSame), ...open.filter((one) => !isSame(one))].slice(0, mostMergeable);
}

/** Each once, in the first place they have. */
function ownersOf(
  { fix }: Issue,
  found: readonly FoundPerson[],
  holders: readonly FoundPerson[],
): readonly FoundPerson[] {
  const owner = fix ? [{ personId: fix.owner, displayName: fix.ownerName }] : [];
  const all = [...found, ...owner, ...holders];
  return all
    .filter((one, index) => all.findIndex(({ personId }) => personId === one.personId) === index)
    .map(({ personId, displayName }) => ({ personId, displayName }));
}
