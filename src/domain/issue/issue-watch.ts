/** Looks at a programme's issues at the beginning of each working day; kept in a document, so that a restart misses none. */

import { localDay } from '../calendar/local-time';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { closingOf } from '../calendar/working-days';
import { nextOpening } from '../calendar/working-time';
import type { ProgrammeId } from '../ids';
import type { Instant } from '../instant';
import type { Intending } from '../intent/intent';
import { planIntents } from '../intent/plan-intents';

export interface IssueWatch extends Intending {
  readonly programmeId: ProgrammeId;
}

const check = 'check-issues';

/** Looked at for the first time when the programme's next working day begins. */
export function newIssueWatch(programmeId: ProgrammeId, calendar: WorkingCalendar, now: Instant): IssueWatch {
  return nextWatch({ programmeId, intents: [] }, calendar, now);
}

/** The next look: when the first working day after today opens. */
export function nextWatch(watch: IssueWatch, calendar: WorkingCalendar, now: Instant): IssueWatch {
  const today = closingOf(localDay(now, calendar.timeZone), calendar);
  const dueAt = nextOpening(today > now ? today : now, calendar);
  return planIntents(watch, [{ id: check, kind: check, lane: 'normal', dueAt }], [check]);
}
