/** The benchmark of the release: seconds, memory, time in the solver and fallbacks, for growing waves. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildChild } from '../../support/built-child';
import { folderOnDisk, storeFileIn } from '../../support/embedded';
import { rounded } from '../statistics';
import { barsMissed, type ReleaseBench } from './release-bars';
import type { ReleaseCommand, ReleaseReport } from './release-child';
import { type ReleaseShape, releaseShapes } from './release-shape';

const root = resolve(__dirname, '../../..');

export async function benchRelease(): Promise<boolean> {
  const built = folderOnDisk();
  try {
    return await measureAll(buildChild(built.path, childFiles()));
  } finally {
    built.remove();
  }
}

/** The child, what lies beside it, and what these import. */
function childFiles(): readonly string[] {
  const own = 'release-child.ts';
  const beside = readdirSync(__dirname).filter((name) => name !== own);
  return [
    ...[own, ...beside].map((name) => `test/bench/release/${name}`),
    ...['silent-log', 'loopback-teams/seeded-random'].map((name) => `test/support/${name}.ts`),
  ];
}

async function measureAll(script: string): Promise<boolean> {
  const [first] = releaseShapes;
  if (!first) throw new Error('no shape');
  const idle = await inChild(script, { step: 'idle', shape: first, file: '' });
  console.error(`a process that does nothing: ${idle.peakRssMb.toFixed(0)} MB`);
  const measured = new Map<string, Required<ReleaseReport>>();
  for (const shape of releaseShapes) {
    const report = await measureShape(script, shape);
    measured.set(shape.name, report);
    console.error(`${shape.name}: ${inWords(shape, report)}`);
  }
  const of = (name: string) => {
    const report = measured.get(name);
    if (!report) throw new Error(`no shape ${name}`);
    return report;
  };
  const big = ['100k', 'wide'].map(of);
  const figures: ReleaseBench = {
    seconds1k: rounded(of('1k').figures.seconds),
    seconds10k: rounded(of('10k').figures.seconds),
    seconds100k: rounded(of('100k').figures.seconds),
    secondsWide: rounded(of('wide').figures.seconds),
    solverSeconds100k: rounded(of('100k').figures.solverSeconds),
    solverSecondsWide: rounded(of('wide').figures.solverSeconds),
    peakRssMb: rounded(Math.max(...[...measured.values()].map(({ peakRssMb }) => peakRssMb)), 0),
    fallbacks100k: big.reduce((sum, { figures: { fallbacks } }) => sum + fallbacks, 0),
  };
  const missed = barsMissed(figures);
  for (const line of missed) console.error(line);
  console.log(JSON.stringify({ bench: 'release', ...figures, barsMet: missed.length === 0 }));
  return missed.length === 0;
}

async function measureShape(script: string, shape: ReleaseShape): Promise<Required<ReleaseReport>> {
  const folder = folderOnDisk();
  try {
    const file = storeFileIn(folder);
    if (shape.isStored) await inChild(script, { step: 'seed', shape, file });
    const { figures, peakRssMb } = await inChild(script, { step: 'measure', shape, file });
    if (!figures) throw new Error(`${shape.name} was not measured`);
    return { figures, peakRssMb };
  } finally {
    folder.remove();
  }
}

async function inChild(script: string, command: ReleaseCommand): Promise<ReleaseReport> {
  const child = fork(script, {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  child.send(command);
  const report = await Promise.race([
    once(child, 'message').then(([message]) => message as ReleaseReport),
    ended.then(([code]) => {
      throw new Error(`${command.step} of ${command.shape.name} ended with ${code}`);
    }),
  ]);
  await ended;
  return report;
}

function inWords(
  { answers, isStored }: ReleaseShape,
  { figures, peakRssMb }: Required<ReleaseReport>,
): string {
  const { seconds, solverSeconds, solved, fallbacks, atoms, atomsPublished, tables, oneWayGroups } = figures;
  return [
    `${answers} answers, ${tables} tables of ${atoms} atoms (${atomsPublished} published in the first) and ${oneWayGroups} one-way groups`,
    `${seconds.toFixed(2)} s${isStored ? ' with the file' : ''}`,
    `${solverSeconds.toFixed(2)} s in the solver (${solved} programmes)`,
    `${fallbacks} fallbacks`,
    `${peakRssMb.toFixed(0)} MB`,
  ].join(', ');
}
