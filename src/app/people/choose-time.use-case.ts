/** "When suits you?": one choice per person and organisation, kept until they change it. */

import type { PersonId, ProgrammeId } from '../../domain/ids';
import type { PreferredTime } from '../../domain/timing/sending-policy';
import type { AppContext } from '../context';
import { addressPk } from '../documents';
import { readRecord } from '../records';
import { membershipsOf } from './change-asking.use-case';
import { changePreferences } from './change-preferences';

export interface ChosenTime {
  readonly suits?: PreferredTime;
  readonly stopAsking: boolean;
  /** Goes with the card: a choice on a card that has become old changes nothing. */
  readonly revision: string;
}

export type ChooseTimeOutcome =
  | {
      readonly outcome: 'chosen' | 'outOfDate';
      readonly chosen: ChosenTime;
      readonly programmeId: ProgrammeId;
    }
  | { readonly outcome: 'unknownPerson' };

/** What they chose, as the first of their organisations has it. */
export async function readChosenTime(
  { store }: Pick<AppContext, 'store'>,
  personId: PersonId,
): Promise<{ readonly chosen: ChosenTime; readonly programmeId: ProgrammeId } | undefined> {
  const [own] = await membershipsOf(store, personId);
  if (!own) return undefined;
  const pk = addressPk(own.organisationId, personId);
  const stored = (await readRecord(store, 'preferences', pk, 'preferences'))?.document;
  const chosen = stored
    ? { stopAsking: stored.stopAsking, revision: stored.changedAt, ...suitsOf(stored.suits) }
    : { stopAsking: false, revision: 'first' };
  return { chosen, programmeId: own.programmeId };
}

/** @param command.suits absent for "whenever": by the shift in the people file.
 * @throws UnavailableError, possibly after the write: choose again. */
export async function chooseTime(
  context: AppContext,
  command: { readonly personId: PersonId; readonly suits?: PreferredTime; readonly revision: string },
): Promise<ChooseTimeOutcome> {
  const { personId, suits, revision } = command;
  const before = await readChosenTime(context, personId);
  if (!before) return { outcome: 'unknownPerson' };
  const { programmeId } = before;
  // Sent again by Teams: done already.
  if (before.chosen.suits === suits && before.chosen.revision !== 'first')
    return { outcome: 'chosen', ...before };
  if (before.chosen.revision !== revision) return { outcome: 'outOfDate', ...before };
  const organisations = new Set(
    (await membershipsOf(context.store, personId)).map(({ organisationId }) => organisationId),
  );
  // The first comes last: while it has not changed, choosing again does all of them.
  for (const organisationId of [...organisations].reverse()) {
    await changePreferences(context, { organisationId, personId }, ({ suits: _before, ...rest }) => ({
      ...rest,
      ...suitsOf(suits),
    }));
  }
  const after = await readChosenTime(context, personId);
  return { outcome: 'chosen', ...(after ?? before), programmeId };
}

function suitsOf(suits: PreferredTime | undefined): { readonly suits?: PreferredTime } {
  return suits ? { suits } : {};
}
