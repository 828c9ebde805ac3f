/** What the people an issue concerns say, for those who deal with it: by their part, and by how many; never who. */

import type { Concern } from '../../domain/issue/concern';
import { type Issue, type IssueThread, type SupportLevel, supportLevelOf } from '../../domain/issue/issue';
import type { AppContext } from '../context';
import { concernsPk } from '../documents';
import { readRecord } from '../records';
import { concernsOf, type IssuePlace } from './concerns';

/** How many said of this answer that it helped, and that it did not; never who. */
export async function helpedLevels(
  context: Pick<AppContext, 'store'>,
  place: IssuePlace,
  answer: number,
): Promise<Readonly<Record<'yes' | 'no', SupportLevel>>> {
  const counts = { yes: 0, no: 0 };
  for await (const { document } of concernsOf(context, place)) {
    if (document.helped?.answer === answer) counts[document.helped.verdict] += 1;
  }
  return { yes: supportLevelOf(counts.yes), no: supportLevelOf(counts.no) };
}

export interface SpokenThread {
  /** Absent where it is not known any more whose it is. */
  readonly part?: Concern['part'];
  readonly entries: IssueThread['entries'];
}

/** The threads of an issue for those who deal with it: from the raiser or from somebody who added their voice. */
export async function readThreads(
  { store }: Pick<AppContext, 'store'>,
  { programmeId, threads }: Pick<Issue, 'programmeId' | 'threads'>,
): Promise<readonly SpokenThread[]> {
  return Promise.all(
    threads.map(async ({ with: key, entries }) => {
      const concern = await readRecord(store, 'concern', concernsPk(programmeId), key);
      return { ...(concern ? { part: concern.document.part } : {}), entries };
    }),
  );
}
