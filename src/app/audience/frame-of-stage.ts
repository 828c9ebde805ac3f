/** The reporting frame of the programme's present stage: made from everybody at its first wave, then left alone. */

import { localDay } from '../../domain/calendar/local-time';
import { buildFrame } from '../../domain/disclosure/build-frame';
import type { Day } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { stageOn } from '../../domain/programme/stage-on';
import type { Frame } from '../../domain/pulse/wave';
import type { AppContext } from '../context';
import { stageFrameDocumentId } from '../documents';
import { ensureRecord, readRecord } from '../records';
import type { HeadcountTally } from './headcount-tally';

export async function frameOfStage(
  { store, clock }: AppContext,
  programme: Programme,
  everybody: HeadcountTally,
): Promise<Frame> {
  const stage = stageOn(programme, localDay(clock.now(), programme.timeZone));
  const find = () => readRecord(store, 'stageFrame', programme.id, stageFrameDocumentId(stage));
  const frozen = await find();
  if (frozen) return frozen.document.frame;
  const frame = frameOfEverybody(programme, everybody);
  await ensureRecord(store, 'stageFrame', { programmeId: programme.id, stage, frame });
  return (await find())?.document.frame ?? frame;
}

/** As `frameOfStage` would have it on that day, freezing nothing. */
export async function expectedFrame(
  { store }: Pick<AppContext, 'store'>,
  programme: Programme,
  everybody: HeadcountTally,
  day: Day,
): Promise<Frame> {
  const id = stageFrameDocumentId(stageOn(programme, day));
  const frozen = await readRecord(store, 'stageFrame', programme.id, id);
  return frozen?.document.frame ?? frameOfEverybody(programme, everybody);
}

function frameOfEverybody(programme: Programme, everybody: HeadcountTally): Frame {
  return buildFrame({ ...programme, cells: everybody.cells });
}
