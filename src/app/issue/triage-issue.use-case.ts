/** Carries out what a lead does about an issue: masked, once, and told to the people concerned by the issue's own intents. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Issue, IssueCase } from '../../domain/issue/issue';
import { triageIssue as decide, type TriageAct, type TriageMissing } from '../../domain/issue/triage-issue';
import type { Programme } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { nameInProgramme } from '../people/find-people';
import { executivesOf, holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';

export interface TriageCommand {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
  readonly act: TriageAct;
  readonly revision?: number;
  readonly personId: PersonId;
}

export type TriageIssueOutcome =
  | { readonly outcome: 'noSuchIssue' | 'notTheLead' | 'noExecutive' | 'outOfDate' | 'notPossible' }
  | { readonly outcome: 'incomplete'; readonly missing: TriageMissing }
  | { readonly outcome: 'triaged'; readonly issue: Issue };

export async function triageIssue(context: AppContext, command: TriageCommand): Promise<TriageIssueOutcome> {
  const { store, keys, clock } = context;
  const { programmeId, issueId, revision, personId } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchIssue' };
  const holder = holdersOf(keys, programme, leadRoles).find((one) => one.personId === personId);
  if (!holder) return { outcome: 'notTheLead' };
  if (command.act.kind === 'escalate' && executivesOf(keys, programme).length === 0) {
    return { outcome: 'noExecutive' };
  }
  const act = await completed(context, programme, masked(command.act, programme));
  const by = { personId, name: holder.displayName, role: holder.role };
  const calendar = calendarOf(programme);
  const outcome = await changeRecord(
    store,
    'issue',
    programmeId,
    issueId,
    (issue): { outcome: TriageIssueOutcome; next?: Issue } => {
      const now = clock.now();
      const today = localDay(now, programme.timeZone);
      const given = revision === undefined ? {} : { revision };
      const decided = decide(issue, { act, ...given, by, today, calendar, now });
      return decided.outcome === 'triaged'
        ? { outcome: { outcome: 'triaged', issue: decided.next }, next: decided.next }
        : { outcome: decided };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchIssue' };
}

/** Whoever is to own a fix is somebody of the programme, by the name on record. */
async function completed(context: AppContext, programme: Programme, act: TriageAct): Promise<TriageAct> {
  if (act.kind !== 'fix' || !act.owner) return act;
  const ownerName = await nameInProgramme(context, programme, act.owner);
  return { ...act, ...(ownerName ? { ownerName } : {}) };
}

/** The same with everything typed masked. */
function masked(act: TriageAct, { hospitalNumber }: Programme): TriageAct {
  const mask = (text: string) => maskText(text, hospitalNumber).text;
  switch (act.kind) {
    case 'fix':
    case 'fixed':
    case 'notNow':
      return { ...act, words: mask(act.words) };
    case 'publish':
      return { ...act, title: mask(act.title) };
    case 'escalate':
      return { ...act, case: maskedCase(act.case, mask) };
    default:
      return act;
  }
}

function maskedCase(
  { options, recommendedOption, ...words }: Omit<IssueCase, 'by' | 'round'>,
  mask: (text: string) => string,
): Omit<IssueCase, 'by' | 'round'> {
  const { question, recommendation, costOfWaiting } = words;
  return {
    question: mask(question),
    options: options.map(({ title, consequence }) => ({
      title: mask(title),
      consequence: mask(consequence),
    })),
    ...(recommendedOption === undefined ? {} : { recommendedOption }),
    ...(recommendation ? { recommendation: mask(recommendation) } : {}),
    ...(costOfWaiting ? { costOfWaiting: mask(costOfWaiting) } : {}),
  };
}
