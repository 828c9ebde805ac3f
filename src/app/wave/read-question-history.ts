/** Reads one question's released tables from wave to wave, as far as they can be compared. */

import type { ReleaseTable } from '../../domain/disclosure/release';
import type { ProgrammeId, QuestionId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { AskedAudience } from '../../domain/pulse/asks-whole';
import { comparable, feedsTrends, type ReleasedWave } from '../../domain/trend/question-history';
import { type DocumentOf, releasePartIdOf } from '../documents';
import type { Store } from '../ports/store';
import { listRecords, readRecord } from '../records';

export type HistoryWave = ReleasedWave &
  AskedAudience & {
    readonly table: ReleaseTable;
    readonly confidenceFloor: number;
  };

/** Five years of monthly waves. */
const mostWaves = 60;

/** Oldest first, the latest 60 at most: waves of any pulse of the programme that asked the question, in the same kind as the
 * latest of them, of whole groups or of a share that the system drew, with the rows that can be compared. A question keeps its
 * id only as long as it means the same. `until`: no release after this one. */
export async function readQuestionHistory(
  store: Store,
  query: {
    readonly programmeId: ProgrammeId;
    readonly questionId: QuestionId;
    readonly until?: Instant;
  },
): Promise<readonly HistoryWave[]> {
  const { programmeId, questionId, until } = query;
  const headers: DocumentOf<'release'>[] = [];
  for await (const { document } of listRecords(store, 'release', programmeId)) {
    const asks = partIdOf(document, questionId) !== undefined;
    if (asks && (until === undefined || document.releasedAt <= until)) headers.push(document);
  }
  headers.sort((a, b) => (a.releasedAt < b.releasedAt ? -1 : 1));
  const waves = await Promise.all(
    headers.slice(-mostWaves).map((header) => readWave(store, header, questionId)),
  );
  const feeding = waves.filter((wave) => wave !== undefined);
  const kind = feeding.at(-1)?.table.questionKind;
  return comparable(feeding.filter(({ table }) => table.questionKind === kind));
}

async function readWave(
  store: Store,
  header: DocumentOf<'release'>,
  questionId: QuestionId,
): Promise<HistoryWave | undefined> {
  const { programmeId, waveId, title, releasedAt, confidenceFloor } = header;
  const [wave, part] = await Promise.all([
    readRecord(store, 'wave', programmeId, waveId),
    readRecord(store, 'releasePart', programmeId, partIdOf(header, questionId) ?? ''),
  ]);
  if (!part) throw new Error(`a part of the release of wave ${waveId} is missing`);
  if (!wave || !feedsTrends(wave.document.audience)) return undefined;
  const { frame, audience, leftOut } = wave.document;
  const asked = { frame, audience, ...(leftOut ? { leftOut } : {}) };
  return { waveId, waveTitle: title, releasedAt, confidenceFloor, table: part.document.table, ...asked };
}

function partIdOf({ waveId, partIds }: DocumentOf<'release'>, questionId: QuestionId): string | undefined {
  const beginning = releasePartIdOf(waveId, questionId);
  return partIds.find((partId) => partId.startsWith(beginning));
}
