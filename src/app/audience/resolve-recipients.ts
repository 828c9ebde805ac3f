/** Turns a campaign's recipient rule into people, in ascending order of person id, the same ones when asked again. */

import { isInGroups, type WantedGroups } from '../../domain/campaign/is-in-groups';
import type { CampaignPlan, Recipient } from '../../domain/campaign/plan-campaign';
import { asId, type PersonId, type ProgrammeId } from '../../domain/ids';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { currentProgramme } from '../programme/current-programme';
import { listRecords, readRecord } from '../records';
import { timingOf } from './timing-of';

/** @throws Error when the wave or the programme that the rule names does not exist. */
export function resolveRecipients(
  context: AppContext,
  { programmeId, recipients }: Pick<CampaignPlan, 'programmeId' | 'recipients'>,
): AsyncIterable<Recipient> {
  if (recipients.kind === 'people') return namedPeople(context, programmeId, recipients.personIds);
  const wanted = recipients.kind === 'atoms' ? recipients : undefined;
  return peopleOfWave(context, programmeId, recipients.waveId, wanted);
}

/** Everyone the wave invited, those who chose not to be asked included: they count, and nothing is sent to them. */
async function* peopleOfWave(
  { store }: AppContext,
  programmeId: ProgrammeId,
  waveId: string,
  wanted: WantedGroups | undefined,
): AsyncGenerator<Recipient> {
  const wave = await readRecord(store, 'wave', programmeId, waveId);
  if (!wave) throw new Error('the wave whose people are to be told does not exist');
  for await (const { document } of listRecords(store, 'delivery', wave.document.campaignId)) {
    const { personId, organisationId, invitation } = document;
    if (wanted && !(invitation && isInGroups(invitation, wanted))) continue;
    const { timing = invitation?.shift ? { shift: invitation.shift } : {} } = document;
    yield {
      personId,
      organisationId,
      choseNotToBeAsked: invitation?.choseNotToBeAsked ?? false,
      isAssisted: invitation?.isAssisted ?? false,
      timing,
    };
  }
}

/** A person who is not in the programme's people file belongs to its first organisation: a role holder does, and of
 * anyone else the delivery will say that they cannot be reached. */
async function* namedPeople(
  context: AppContext,
  programmeId: ProgrammeId,
  personIds: readonly PersonId[],
): AsyncGenerator<Recipient> {
  const programme = await currentProgramme(context, programmeId);
  const [organisation] = programme?.organisations ?? [];
  if (!organisation) throw new Error('the programme of a campaign does not exist or has no organisation');
  for (const personId of [...new Set(personIds)].sort()) {
    const person = await readRecord(context.store, 'person', programmeId, personDocumentId(asId(personId)));
    yield {
      personId,
      organisationId: person?.document.organisationId ?? organisation.odsCode,
      isAssisted: person?.document.isAssisted ?? false,
      ...(person && programme ? { timing: timingOf(programme, person.document) } : {}),
    };
  }
}
