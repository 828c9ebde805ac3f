/** Records what a clinical safety officer does about a hazard: once, and nobody is alerted from then on. */

import type { IssueId, PersonId, ProgrammeId } from '../../domain/ids';
import { safetyRoles, standInRoles } from '../../domain/issue/alert-hazard';
import type { HazardClosing, Issue } from '../../domain/issue/issue';
import {
  type AcknowledgeOutcome,
  acknowledgeHazard as acknowledge,
  type CloseHazardOutcome,
  closeHazard as close,
  type HazardActor,
} from '../../domain/issue/settle-hazard';
import type { Role } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { holdersOf } from '../people/role-holders';
import { currentProgramme } from '../programme/current-programme';
import { changeRecord } from '../records';

export interface HazardCommand {
  readonly programmeId: ProgrammeId;
  readonly issueId: IssueId;
  readonly personId: PersonId;
  /** Which time it is a hazard, as the card has it. */
  readonly number: number;
}

/** Who may ever do anything about a hazard; whether this person may now is the rule's to say. */
export const hazardRoles: readonly Role[] = [...safetyRoles, ...standInRoles];

export type HazardOutcome = (AcknowledgeOutcome | CloseHazardOutcome)['outcome'];

export function acknowledgeHazard(context: AppContext, command: HazardCommand): Promise<HazardOutcome> {
  const { clock } = context;
  return settle(context, command, (issue, by) => acknowledge(issue, by, command.number, clock.now()));
}

export function closeHazard(
  context: AppContext,
  command: HazardCommand & { readonly status: HazardClosing['status']; readonly words: string },
): Promise<HazardOutcome> {
  const { clock } = context;
  const { number, status } = command;
  return settle(context, command, (issue, by, mask) =>
    close(issue, { by, number, status, words: mask(command.words), now: clock.now() }),
  );
}

async function settle(
  context: AppContext,
  { programmeId, issueId, personId }: HazardCommand,
  decide: (
    issue: Issue,
    by: HazardActor,
    mask: (text: string) => string,
  ) => { readonly outcome: HazardOutcome; readonly next?: Issue },
): Promise<HazardOutcome> {
  const { store, keys } = context;
  const programme = await currentProgramme(context, programmeId);
  // In the order of the roles: whoever is an officer as well as the lead acts as an officer.
  const holder =
    programme && holdersOf(keys, programme, hazardRoles).find((one) => one.personId === personId);
  if (!programme || !holder) return 'anotherRole';
  const by = { personId, name: holder.displayName, role: holder.role };
  const mask = (text: string) => maskText(text, programme.hospitalNumber).text;
  const outcome = await changeRecord(store, 'issue', programmeId, issueId, (issue) =>
    decide(issue, by, mask),
  );
  context.poke();
  return outcome ?? 'noHazard';
}
