/** The folder with the demo's data: made whole or not at all, kept between starts. */

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../../domain/instant';
import { InputError } from '../input-error';

/** Raised when the demo's past changes so that older data would not fit the windows any more. */
const dataVersion = 1;
const nameplate = 'demo.json';
const contents = z.object({ dataVersion: z.number(), seededOn: z.string().regex(/^\d{4}-\d\d-\d\d$/) });

export interface DemoData {
  /** The day on which the demo's story was told last. */
  readonly seededOn: Day;
  readonly isNew: boolean;
}

/** What is there, or what `seed` puts there. It works in a folder beside, which is renamed at the very end: when it is
 * cut off, the next start begins again. @throws InputError when the folder is not the demo's. */
export async function demoData(
  dataDir: string,
  options: { readonly isFresh: boolean; readonly today: Day },
  seed: (folder: string) => Promise<void>,
): Promise<DemoData> {
  const known = readNameplate(dataDir);
  if (known && !options.isFresh) return { seededOn: known, isNew: false };
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  await seed(unfinished);
  const { today } = options;
  writeFileSync(join(unfinished, nameplate), `${JSON.stringify({ dataVersion, seededOn: today })}\n`);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true });
  renameSync(unfinished, dataDir);
  return { seededOn: today, isNew: true };
}

/** Undefined where there is nothing yet. Nothing but the demo's own data is ever replaced. */
function readNameplate(dataDir: string): Day | undefined {
  if (!existsSync(dataDir)) return undefined;
  const path = join(dataDir, nameplate);
  if (!existsSync(path))
    throw new InputError(`${dataDir} is not the demo's: name another folder, or move it away`);
  const read = contents.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new InputError(`${path} cannot be read: move ${dataDir} away`);
  if (read.data.dataVersion !== dataVersion) {
    throw new InputError(`${dataDir} is from another version: start over with npm run demo -- --fresh`);
  }
  return read.data.seededOn as Day;
}
