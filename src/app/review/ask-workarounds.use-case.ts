/** Asks the people who live with a decided workflow whether they work around it: one question, in a wave of its own. */

import type { PersonId, ProgrammeId, WaveId } from '../../domain/ids';
import type { Wave } from '../../domain/pulse/wave';
import type { Review } from '../../domain/review/review';
import { decidedReviewOf, workaroundWave } from '../../domain/review/workaround-wave';
import type { AppContext } from '../context';
import { currentProgramme } from '../programme/current-programme';
import { ensureRecord, listRecords } from '../records';
import { frameOf } from './open-review.use-case';

export type AskWorkaroundsOutcome =
  | { readonly outcome: 'asked'; readonly waveId: WaveId }
  /** `notLiveYet`: before the go-live there is nothing to work around. */
  | {
      readonly outcome: 'noSuchProgramme' | 'nothingDecided' | 'notLiveYet' | 'askedAlready' | 'nobodyToAsk';
    };

/** Once at a time for each workflow; inside everybody's allowance, as an invitation to a pulse is. */
export async function askWorkarounds(
  context: AppContext,
  command: {
    readonly programmeId: ProgrammeId;
    readonly workflow: string;
    readonly openedBy: PersonId | 'schedule' | 'command';
  },
): Promise<AskWorkaroundsOutcome> {
  const { store, clock, keys, wording } = context;
  const { programmeId, workflow, openedBy } = command;
  const programme = await currentProgramme(context, programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const review = decidedReviewOf(await reviewsOf(context, programmeId), workflow);
  if (!review) return { outcome: 'nothingDecided' };
  const frame = await frameOf(context, programme, review);
  const opened = workaroundWave({
    ...{ programme, review, frame, openedBy },
    waves: await wavesOf(context, programmeId),
    questionText: wording.workaroundQuestion(workflowName(programme, workflow)),
    now: clock.now(),
  });
  if (opened.outcome !== 'asked') return opened;
  const { waveId } = opened.wave;
  await ensureRecord(store, 'waveKey', { waveId, ...keys.newWaveKey(waveId) });
  await ensureRecord(store, 'wave', opened.wave);
  context.poke();
  return { outcome: 'asked', waveId };
}

function workflowName(
  { workflows = [] }: { readonly workflows?: readonly { readonly id: string; readonly name: string }[] },
  workflow: string,
): string {
  return workflows.find(({ id }) => id === workflow)?.name ?? workflow;
}

async function reviewsOf({ store }: AppContext, programmeId: ProgrammeId): Promise<readonly Review[]> {
  const reviews: Review[] = [];
  for await (const { document } of listRecords(store, 'review', programmeId)) reviews.push(document);
  return reviews;
}

async function wavesOf({ store }: AppContext, programmeId: ProgrammeId): Promise<readonly Wave[]> {
  const waves: Wave[] = [];
  for await (const { document } of listRecords(store, 'wave', programmeId)) waves.push(document);
  return waves;
}
