/** Records what whoever owns a fix says of it: done, or by when it will be. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { Issue } from '../../domain/issue/issue';
import { ownFix as decide, type OwnerOutcome } from '../../domain/issue/own-fix';
import { roles } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { nameInProgramme } from '../people/find-people';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';

export type OwnFixOutcome =
  | { readonly outcome: 'noSuchIssue' }
  | Exclude<OwnerOutcome, { outcome: 'saved' }>
  | { readonly outcome: 'saved' };

export async function ownFix(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly issueId: IssueId;
    readonly kind: 'done' | 'later';
    readonly words: string;
    readonly dueOn?: Day;
    readonly revision: number;
    readonly personId: PersonId;
  },
): Promise<OwnFixOutcome> {
  const { store, keys, clock } = context;
  const { programmeId, issueId, personId, words, ...says } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchIssue' };
  const name = await nameInProgramme(context, programme, personId);
  const role = holdersOf(keys, programme, roles).find((one) => one.personId === personId)?.role;
  if (!name) return { outcome: 'notTheOwner' };
  const by = { personId, name, ...(role ? { role } : {}) };
  const calendar = calendarOf(programme);
  const masked = maskText(words, programme.hospitalNumber).text;
  const outcome = await changeRecord(
    store,
    'issue',
    programmeId,
    issueId,
    (issue): { outcome: OwnFixOutcome; next?: Issue } => {
      const now = clock.now();
      const today = localDay(now, programme.timeZone);
      const decided = decide(issue, { ...says, words: masked, by, today, calendar, now });
      return decided.outcome === 'saved'
        ? { outcome: { outcome: 'saved' }, next: decided.next }
        : { outcome: decided };
    },
  );
  context.poke();
  return outcome ?? { outcome: 'noSuchIssue' };
}
