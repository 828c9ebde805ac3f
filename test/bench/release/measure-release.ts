/** Measures one release: from the answer sheets to the tables, and for a stored shape to the file. */

import { randomUUID } from 'node:crypto';
import { CodeAttempts } from '../../../src/app/assist/code-attempts';
import type { AppContext } from '../../../src/app/context';
import { upsertRecord } from '../../../src/app/records';
import { readRelease } from '../../../src/app/wave/read-release';
import { WaveReader } from '../../../src/app/wave/wave-reader';
import { writeRelease } from '../../../src/app/wave/write-release';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { computeRelease } from '../../../src/domain/disclosure/compute-release';
import type { SolveProgramme } from '../../../src/domain/disclosure/integer-programme';
import { ProfileCounter } from '../../../src/domain/disclosure/profile';
import type { Release } from '../../../src/domain/disclosure/release';
import { tallyAnswers } from '../../../src/domain/disclosure/tally-answers';
import type { AnswerSheet } from '../../../src/domain/pulse/answer';
import type { Frame, Wave } from '../../../src/domain/pulse/wave';
import { growHeapSlowly } from '../../../src/heap-growth';
import { HighsSolver } from '../../../src/highs-solver';
import { EmbeddedStore } from '../../../src/storage/embedded/embedded-store';
import { SystemClock } from '../../../src/system-clock';
import { wording } from '../../../src/text/wording';
import { silentLog } from '../../support/silent-log';
import { type BenchPerson, peopleOf } from './release-people';
import { type BenchCell, cellsOf, frameInputOf, type ReleaseShape, waveOf } from './release-shape';
import { benchKeys } from './seed-release';

export interface ReleaseFigures {
  readonly seconds: number;
  /** Of these: inside the solver. */
  readonly solverSeconds: number;
  readonly solved: number;
  /** Tables whose margins were withheld because nothing better was found in time. */
  readonly fallbacks: number;
  readonly atoms: number;
  readonly atomsPublished: number;
  readonly tables: number;
  /** Groups of shift, area, cohort and employment with a row in the first table. */
  readonly oneWayGroups: number;
}

/** `file`: for a stored shape, with its answers in it. */
export async function measureRelease(shape: ReleaseShape, file: string): Promise<ReleaseFigures> {
  growHeapSlowly();
  const cells = cellsOf(shape);
  const solver = new TimedSolver();
  // Loaded once in a process, not once for a release.
  await solver.solve({ costs: [1], constraints: [{ coefficients: [[0, 1]], atLeast: 1 }] });
  const startedMs = performance.now();
  const frame = buildFrame(frameInputOf(shape, cells));
  const release = shape.isStored
    ? await releaseFrom(file, waveOf(shape, frame) as Wave, solver)
    : await releaseOf(shape, cells, frame, solver);
  const seconds = (performance.now() - startedMs) / 1_000;
  const rows = release.tables[0]?.rows.filter(({ kind }) => kind === 'atom') ?? [];
  return {
    seconds,
    solverSeconds: solver.seconds,
    solved: solver.solved,
    fallbacks: release.fallbacks,
    atoms: frame.atoms.length,
    atomsPublished: rows.filter(({ figures }) => 'n' in figures).length,
    tables: release.tables.length,
    oneWayGroups: (release.tables[0]?.rows ?? []).filter(({ atomIds }) => atomIds.length === 0).length,
  };
}

async function releaseOf(
  shape: ReleaseShape,
  cells: readonly BenchCell[],
  frame: Frame,
  solver: TimedSolver,
): Promise<Release> {
  const wave = waveOf(shape, frame);
  const counter = new ProfileCounter(wave.questions);
  const counted = tallyAnswers(sheetsOf(peopleOf(shape, cells, frame, String), counter), wave.questions);
  const releasedAt = new SystemClock().now();
  return computeRelease({ wave, ...counted, profiles: counter.all(), releasedAt }, solver.solve);
}

/** One after another, so that only the counts take memory. */
function* sheetsOf(people: Iterable<BenchPerson>, counter: ProfileCounter): Generator<AnswerSheet> {
  for (const { invitation, sheet } of people) {
    counter.add(invitation, sheet);
    if (sheet) yield sheet;
  }
}

async function releaseFrom(file: string, wave: Wave, solver: TimedSolver): Promise<Release> {
  const store = EmbeddedStore.open(file);
  const clock = new SystemClock();
  const context: AppContext = {
    store,
    keys: benchKeys,
    clock,
    solve: solver.solve,
    wording,
    log: silentLog,
    waves: new WaveReader(store, benchKeys, clock, 1_000),
    codeAttempts: new CodeAttempts(),
    settings: { answerDeadlineMs: 4_000, sealWaitMs: 5_500, backupRetentionDays: 30 },
    newId: randomUUID,
    poke: () => {},
  };
  const { session } = await upsertRecord(store, 'seal', { waveId: wave.waveId });
  await writeRelease(context, wave, session);
  const release = await readRelease(store, wave.programmeId, wave.waveId);
  await store.close();
  if (!release) throw new Error('the release was not written');
  return release;
}

class TimedSolver {
  private readonly inner = new HighsSolver();
  seconds = 0;
  solved = 0;

  readonly solve: SolveProgramme = async (programme) => {
    const startedMs = performance.now();
    try {
      return await this.inner.solve(programme);
    } finally {
      this.seconds += (performance.now() - startedMs) / 1_000;
      this.solved += 1;
    }
  };
}
