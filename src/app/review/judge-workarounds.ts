/** What came of asking whether people work around a workflow: from the level that the programme sets, it is asked again. */

import type { WaveId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import { isWorkedAround } from '../../domain/review/mark-stale';
import type { Review } from '../../domain/review/review';
import type { AppContext } from '../context';
import { listRecords } from '../records';
import { readRelease } from '../wave/read-release';
import { makeStale } from './stale';

/** By the groups as they are released: one of them is enough. Every decided review of the workflow is to be confirmed.
 * @throws Error where the wave is not released yet. */
export async function judgeWorkarounds(
  context: Pick<AppContext, 'store' | 'clock' | 'wording'>,
  programme: Programme,
  { workflow, policy }: Review,
  waveId: WaveId,
): Promise<void> {
  const release = await readRelease(context.store, programme.id, waveId);
  if (!release) throw new Error(`wave ${waveId} has no release`);
  const rows = release.tables.flatMap((table) => table.rows);
  const worked = rows.filter(({ figures }) => isWorkedAround(figures, policy));
  const [first] = worked;
  if (!first) return;
  const detail = context.wording.workedAround(first.name);
  for await (const { document } of listRecords(context.store, 'review', programme.id)) {
    if (document.workflow !== workflow || document.status !== 'decided') continue;
    await makeStale(context, programme, document, { because: 'workarounds', detail });
  }
}
