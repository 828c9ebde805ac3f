/** What must hold however often the bot was killed. */

import type { DocumentOf } from '../../src/app/documents';
import { releaseDocumentId } from '../../src/app/documents';
import type { Store } from '../../src/app/ports/store';
import { listRecords, readRecord } from '../../src/app/records';
import { readRelease } from '../../src/app/wave/read-release';
import { chainedContent } from '../../src/domain/decision/chained-content';
import type { DecisionLogEntry } from '../../src/domain/decision/decision';
import { atomOf } from '../../src/domain/disclosure/atom-of';
import type { Release } from '../../src/domain/disclosure/release';
import type { AtomId, ProgrammeId, WaveId } from '../../src/domain/ids';
import type { Person } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import type { Wave } from '../../src/domain/pulse/wave';
import type { BotMachine } from '../support/bot-machine';
import type { Possible, Respondent } from './kill-9-people';

export async function all<T extends Parameters<typeof listRecords>[1]>(
  store: Store,
  type: T,
  pk: string,
): Promise<DocumentOf<T>[]> {
  const found: DocumentOf<T>[] = [];
  for await (const { document } of listRecords(store, type, pk)) found.push(document);
  return found;
}

/** The release as it stands in the store, header and parts: to be compared with what it was when it appeared. */
export async function storedRelease(
  { context: { store }, programme }: BotMachine,
  waveId: WaveId,
): Promise<{ readonly header: unknown; readonly release: Release } | undefined> {
  const header = await readRecord(store, 'release', programme.id, releaseDocumentId(waveId));
  const release = header && (await readRelease(store, programme.id, waveId));
  return release && { header, release };
}

function atomOfPerson(programme: Programme, wave: Wave, { site, staffGroup }: Person): AtomId {
  const siteGroup = programme.sites.find(({ odsCode }) => odsCode === site)?.siteGroup ?? '';
  const staffFamily = programme.staffGroups.find(({ id }) => id === staffGroup)?.staffFamily ?? '';
  return atomOf(wave.frame, { siteGroup, staffFamily });
}

/** Every answer that was acknowledged is in the tallies exactly once; beyond those there are only unclear ones.
 * @returns how many were counted, and how many of those could not have been left out. */
export async function checkTallies(
  { context: { store }, programme }: BotMachine,
  waveId: WaveId,
  respondents: readonly Respondent[],
): Promise<{ readonly counted: number; readonly acknowledged: number }> {
  const wave = await mustRead(store, 'wave', programme.id, waveId);
  const tallies = await all(store, 'tally', waveId);
  const numbers = { counted: 0, acknowledged: 0 };
  for (const position of [0, 1] as const) {
    const questionId = wave.questions[position]?.id ?? '';
    for (const atom of wave.frame.atoms) {
      const counts = tallies.find(
        (tally) => tally.atomId === atom.id && tally.questionId === questionId,
      )?.counts;
      const here = respondents
        .filter(({ person }) => atomOfPerson(programme, wave, person) === atom.id)
        .map((respondent) => respondent.possibleFor(position));
      for (const point of [1, 2, 3, 4, 5] as const) {
        const isPossible = (possible: Possible) => possible.has(point);
        const least = here.filter((possible) => possible.has(point) && possible.size === 1).length;
        const counted = counts?.[`point${point}`] ?? 0;
        const place = `${questionId} ${atom.id} ${point}`;
        expect({ place, isAtLeast: counted >= least }).toEqual({ place, isAtLeast: true });
        expect({ place, isAtMost: counted <= here.filter(isPossible).length }).toEqual({
          place,
          isAtMost: true,
        });
        numbers.counted += counted;
        numbers.acknowledged += least;
      }
      const answered = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
      const withAnswer = here.filter((possible) => !possible.has(undefined)).length;
      expect(answered).toBeGreaterThanOrEqual(withAnswer);
    }
  }
  return numbers;
}

/** What the release shows of an atom is what the tallies say. @returns how many atoms' shares it shows. */
export async function checkReleaseAgainstTallies(store: Store, release: Release): Promise<number> {
  const tallies = await all(store, 'tally', release.waveId);
  let shown = 0;
  for (const { rows, questionId } of release.tables) {
    for (const { kind, figures, atomIds } of rows) {
      if (figures.label !== 'shown') continue;
      const counts = tallies
        .filter((tally) => tally.questionId === questionId && atomIds.includes(tally.atomId))
        .map((tally) => tally.counts);
      const sum = (...points: readonly number[]) =>
        counts.reduce(
          (total, each) => total + points.reduce((part, point) => part + (each[`point${point}`] ?? 0), 0),
          0,
        );
      expect(figures.n).toBe(sum(1, 2, 3, 4, 5));
      expect(figures.favourable).toBe(sum(4, 5));
      for (const { label, count } of figures.distribution ?? []) {
        const points = { unfavourable: [1, 2], neutral: [3], favourable: [4, 5] }[label] ?? [
          Number(label.at(-1)),
        ];
        expect(count).toBe(sum(...points));
      }
      if (kind === 'atom') shown += 1;
    }
  }
  return shown;
}

/** Nothing but the one release: every part and tally belongs to it, answers and key are gone. */
export async function checkOnlyOneRelease(
  { context: { store }, programme }: BotMachine,
  waveId: WaveId,
): Promise<void> {
  const headers = (await all(store, 'release', programme.id)).filter((header) => header.waveId === waveId);
  expect(headers).toHaveLength(1);
  const parts = (await all(store, 'releasePart', programme.id)).map(({ partId }) => partId);
  expect(parts.sort()).toEqual([...(headers[0]?.partIds ?? [])].sort());
  const tallies = await all(store, 'tally', waveId);
  const places = tallies.map(({ questionId, atomId }) => `${questionId} ${atomId}`);
  expect(new Set(places).size).toBe(places.length);
  expect(await all(store, 'answerSheet', waveId)).toEqual([]);
  expect(await readRecord(store, 'waveKey', 'waveKey', waveId)).toBeUndefined();
}

/** No gap, no fork, every link right, no decision twice. @returns the entries. */
export async function checkChain(
  { context: { store, keys } }: BotMachine,
  programmeId: ProgrammeId,
): Promise<readonly DecisionLogEntry[]> {
  const entries = await all(store, 'decision', programmeId);
  let previousMac = '';
  for (const [index, entry] of entries.entries()) {
    const { mac, keyId, id: _id, pk: _pk, type: _type, schemaVersion: _version, ...content } = entry;
    expect(content.seq).toBe(index + 1);
    expect(content.previousMac).toBe(previousMac);
    expect(keys.chainMac(chainedContent(content))).toEqual({ mac, keyId });
    previousMac = mac;
  }
  expect(new Set(entries.map(({ decisionId }) => decisionId)).size).toBe(entries.length);
  return entries;
}

/** Messages beyond one for each delivery that says so: sent by a process that died before it could record it. */
export async function unrecordedMessages({
  context: { store },
  programme,
  teams,
}: BotMachine): Promise<number> {
  let delivered = 0;
  for (const { campaignId } of await all(store, 'campaign', programme.id)) {
    const deliveries = await all(store, 'delivery', campaignId);
    delivered += deliveries.filter(({ status }) => status === 'delivered').length;
  }
  return teams.statistics().messagesAccepted - delivered;
}

/** Deliveries of all campaigns that may be there twice because a reply was ambiguous. */
export async function possibleDuplicates({ context: { store }, programme }: BotMachine): Promise<number> {
  let count = 0;
  for (const { campaignId } of await all(store, 'campaign', programme.id)) {
    const deliveries = await all(store, 'delivery', campaignId);
    count += deliveries.filter(({ possibleDuplicate }) => possibleDuplicate).length;
  }
  return count;
}

export async function mustRead<T extends Parameters<typeof readRecord>[1]>(
  store: Store,
  type: T,
  pk: string,
  id: string,
): Promise<DocumentOf<T>> {
  const stored = await readRecord(store, type, pk, id);
  if (!stored) throw new Error(`no ${type} ${id}`);
  return stored.document;
}
