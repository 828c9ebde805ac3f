/** An open hazard that nobody has acknowledged: the clinical safety officers are alerted, later their deputies as well. */

import { calendarOf } from '../../domain/calendar/calendar-of';
import { localDay } from '../../domain/calendar/local-time';
import { alertHazard, safetyRoles } from '../../domain/issue/alert-hazard';
import { type Programme, type Role, roles } from '../../domain/programme/programme';
import { safetyRoutesOf } from '../../domain/programme/safety-routes';
import type { AppContext } from '../context';
import { isAway, organisationIn } from '../people/absence';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';
import { defineIntent } from './define-intent';

export const alertSafetyIntent = defineIntent('alert-safety', 'issue', async (context, issue, intent) => {
  const { store, keys, clock } = context;
  const programme = await currentProgramme(context, issue.programmeId);
  if (!programme) throw new Error('the programme of a hazard does not exist');
  const held = new Set(roles.filter((role) => holdersOf(keys, programme, [role]).length > 0));
  const away = await rolesAway(context, programme);
  const withinMinutes = safetyRoutesOf(programme).acknowledgeWithinMinutes;
  await changeRecord(store, 'issue', issue.programmeId, issue.issueId, (current) => {
    const isStillDue = current.intents.some(({ id, dueAt }) => id === intent.id && dueAt === intent.dueAt);
    const next = isStillDue ? alertHazard(current, { held, away, withinMinutes }, clock.now()) : undefined;
    return next ? { outcome: 'alerted', next } : { outcome: 'settled' };
  });
});

/** Those whose holders have all said that they are away today. */
async function rolesAway(context: AppContext, programme: Programme): Promise<ReadonlySet<Role>> {
  const today = localDay(context.clock.now(), calendarOf(programme).timeZone);
  const away = new Set<Role>();
  for (const role of safetyRoles) {
    const holders = holdersOf(context.keys, programme, [role]);
    const absences = await Promise.all(
      holders.map(async ({ personId }) => {
        const organisationId = await organisationIn(context, programme.id, personId);
        return organisationId !== undefined && isAway(context, personId, organisationId, today);
      }),
    );
    if (absences.length > 0 && absences.every(Boolean)) away.add(role);
  }
  return away;
}
