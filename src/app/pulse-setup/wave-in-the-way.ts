/** Whether an open wave asks one of the questions that a draft asks: the lead hears of it while choosing them. */

import type { ProgrammeId } from '../../domain/ids';
import { openThatAsks } from '../../domain/pulse/open-wave';
import type { PulseDefinition } from '../../domain/pulse/question';
import type { Wave } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { listRecords } from '../records';

export async function waveInTheWay(
  { store }: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
  definition: Pick<PulseDefinition, 'questions'>,
): Promise<Pick<Wave, 'title' | 'closesAt'> | undefined> {
  const open: Wave[] = [];
  for await (const { document } of listRecords(store, 'wave', programmeId, { status: 'open' })) {
    open.push(document);
  }
  const { title, closesAt } = openThatAsks(open, definition) ?? {};
  return title !== undefined && closesAt !== undefined ? { title, closesAt } : undefined;
}
