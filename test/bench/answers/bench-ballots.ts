/** What a vote on a design costs beside an answer to a pulse: processor time of the same bot, in turns in one run. */

import type { AppContext } from '../../../src/app/context';
import { openReview } from '../../../src/app/review/open-review.use-case';
import { saveReviewDraft } from '../../../src/app/review/save-review-draft.use-case';
import type { ReviewId } from '../../../src/domain/ids';
import { dayOf, plusDays } from '../../../src/domain/instant';
import type { Programme } from '../../../src/domain/programme/programme';
import { reviewWaveIdOf } from '../../../src/domain/review/open-review';
import type { ReviewOption } from '../../../src/domain/review/review';
import { median, rounded } from '../statistics';
import { benchProgramme } from './bench-programme';
import { addProgramme, BenchSetting, openPulse, untilSent } from './bench-setting';
import { startOurs } from './bot-processes';
import type { LoadTarget } from './load-commands';
import { LoadGenerator } from './load-generator';

const bars = { ballotRatio: 1.2 };
const rounds = 9;
const peoplePerRound = 220;
const atATime = 32;
const warmUpPeople = 150;

export async function benchBallots(): Promise<boolean> {
  const setting = await BenchSetting.open();
  const generator = new LoadGenerator();
  try {
    const { context, teams } = setting;
    const programme: Programme = {
      ...benchProgramme('asked', teams.address.tenantId),
      workflows: [{ id: 'drug-chart', name: 'Drug chart' }],
    };
    const people = warmUpPeople + rounds * peoplePerRound;
    await addProgramme(context, programme, people);
    const waveId = await openPulse(context, programme);
    const reviewId = await putDesign(context, programme);
    const ours = await startOurs(setting.environment(10_000), setting.logFile);
    console.error(`inviting ${people} people to answer and to vote`);
    await untilSent(context, waveId, people);
    const ballotWaveId = reviewWaveIdOf(reviewId, 1);
    await untilSent(context, ballotWaveId, people);
    const targets: Record<'answer' | 'ballot', LoadTarget> = {
      answer: { ...setting.target(programme, waveId), url: ours.url },
      ballot: { ...setting.target(programme, ballotWaveId), url: ours.url, reviewId },
    };
    const measured: Record<'answer' | 'ballot', number[]> = { answer: [], ballot: [] };
    const run = async (which: 'answer' | 'ballot', from: number, count: number) => {
      const before = ours.cpuMs();
      const report = await generator.run({
        ...targets[which],
        ...{ kind: 'closed', only: 'answers', atATime },
        people: { from, to: from + count },
      });
      const cpuMs = ours.cpuMs() - before;
      return (cpuMs > 0 ? cpuMs : report.elapsedMs) / report.requests;
    };
    for (const which of ['answer', 'ballot'] as const) await run(which, 0, warmUpPeople);
    for (let round = 0; round < rounds; round += 1) {
      const from = warmUpPeople + round * peoplePerRound;
      const order = ['answer', 'ballot'] as const;
      for (const which of round % 2 === 0 ? order : [...order].reverse()) {
        const cost = await run(which, from, peoplePerRound);
        measured[which].push(cost);
        console.error(`round ${round + 1} ${which}: ${rounded(cost, 3)} ms of processor each`);
      }
    }
    await ours.stop();
    const cpuMs = {
      answer: rounded(median(measured.answer), 3),
      ballot: rounded(median(measured.ballot), 3),
    };
    const ballotRatio = rounded(median(measured.ballot) / median(measured.answer), 3);
    const barsMet = ballotRatio <= bars.ballotRatio;
    const figures = { ballotRatio, cpuMs, people: rounds * peoplePerRound };
    console.log(JSON.stringify({ bench: 'answers --ballots', ...figures, bars, barsMet }));
    return barsMet;
  } finally {
    generator.close();
    await setting.close();
  }
}

/** Two options that affect everybody, open. */
async function putDesign(context: AppContext, programme: Programme): Promise<ReviewId> {
  const affects = programme.staffGroups.map(({ id }) => id);
  const options = ['one', 'two'].map(
    (id): ReviewOption => ({
      ...{ id, affects, author: 'supplier', authorName: 'Sam Supplier' },
      title: `Drug chart ${id}`,
      consequence: 'Two more taps for each drug, and one fewer for each dose.',
    }),
  );
  const today = context.clock.now();
  const saved = await saveReviewDraft(context, {
    programmeId: programme.id,
    recordedBy: 'command',
    draft: {
      workflow: 'drug-chart',
      title: 'Where the allergy check comes',
      question: 'Which of the two would you rather work with?',
      proposal: { artefact: 'Drug chart screens', version: '3.2', images: [], beforeAfter: [] },
      options,
      contributors: [
        { kind: 'frontline', name: 'Nora Nurse' },
        { kind: 'supplier', name: 'Sam Supplier' },
      ],
      closesOn: dayOf(plusDays(today, 14)),
      reviewAgainOn: dayOf(plusDays(today, 200)),
    },
  });
  if (saved.outcome !== 'saved') throw new Error(saved.outcome);
  const { programmeId, reviewId } = saved.review;
  const opened = await openReview(context, { programmeId, reviewId, openedBy: 'command' });
  if (opened.outcome !== 'opened') throw new Error(JSON.stringify(opened));
  return reviewId;
}
