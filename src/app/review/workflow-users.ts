/** Which programmes of an organisation work on the same workflow, so that a change in one reaches the others' reviews. */

import type { OrganisationId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { workflowPk } from '../documents';
import { currentProgramme } from '../programme/current-programme';
import { ensureRecord, listRecords } from '../records';
import { makeStale } from './stale';

/** Noted once for each of its organisations; a workflow means nothing beyond them. */
export async function noteWorkflow(
  { store }: Pick<AppContext, 'store'>,
  { id: programmeId, tenantId, organisations }: Programme,
  workflow: string,
): Promise<void> {
  for (const { odsCode: organisationId } of organisations) {
    await ensureRecord(store, 'workflowUse', { tenantId, organisationId, workflow, programmeId });
  }
}

/** Every review of the same workflow that was decided in another programme is to be confirmed. The mark says that there was
 * a change elsewhere, and nothing of what or where. */
export async function touchWorkflow(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  workflow: string,
): Promise<void> {
  const others = await otherProgrammes(context, programme, workflow);
  for (const other of others) {
    for await (const { document } of listRecords(context.store, 'review', other.id)) {
      if (document.workflow !== workflow) continue;
      await makeStale(context, other, document, { because: 'otherProgramme', detail: '' });
    }
  }
}

/** Those that still declare the workflow, and still share an organisation. */
async function otherProgrammes(
  context: Pick<AppContext, 'store' | 'clock'>,
  programme: Programme,
  workflow: string,
): Promise<readonly Programme[]> {
  const found = new Map<string, Programme>();
  for (const { odsCode } of programme.organisations) {
    const pk = workflowPk({ tenantId: programme.tenantId, organisationId: odsCode, workflow });
    for await (const { document } of listRecords(context.store, 'workflowUse', pk)) {
      const other =
        document.programmeId === programme.id
          ? undefined
          : await currentProgramme(context, document.programmeId);
      if (other && isUsing(other, odsCode, workflow)) found.set(other.id, other);
    }
  }
  return [...found.values()];
}

function isUsing({ workflows = [], organisations }: Programme, odsCode: OrganisationId, workflow: string) {
  return workflows.some(({ id }) => id === workflow) && organisations.some((one) => one.odsCode === odsCode);
}
