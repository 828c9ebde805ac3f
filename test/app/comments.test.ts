/** Pages of comments: where reading goes on, what comes next, and the wave before. */

import { listComments } from '../../src/app/comment/list-comments.use-case';
import { reviewComment } from '../../src/app/comment/review-comment.use-case';
import type { Comment, ReleaseHeader } from '../../src/app/document-contents';
import { createRecord, readRecord, upsertRecord } from '../../src/app/records';
import type { CommentVerdict } from '../../src/domain/comment/comment-review';
import { type AtomId, asId, type PersonId, type WaveId } from '../../src/domain/ids';
import type { Day, Instant } from '../../src/domain/instant';
import type { Wave } from '../../src/domain/pulse/wave';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { storeFileIn, temporaryFolder } from '../support/embedded';
import { FakeClock } from '../support/fake-clock';
import { aProgramme, leadOid, tenantId } from '../support/samples';

const programme = aProgramme();
const keys = new ServiceKeys(new Uint8Array(32));
const lead = keys.personIdOf(tenantId, leadOid);
const latest = asId<WaveId>('w2');
const atom = (id: string) => asId<AtomId>(id);

let app: { store: EmbeddedStore; keys: ServiceKeys; clock: FakeClock };
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  folder = temporaryFolder();
  app = { store: EmbeddedStore.open(storeFileIn(folder)), keys, clock: new FakeClock() };
  await release('w1', '2026-03-01T00:00:00.000Z');
  await release(latest, '2026-04-01T00:00:00.000Z');
});
afterEach(async () => {
  await app.store.close();
  folder.remove();
});

/** A closed wave of two atoms: `heard`, and `quiet`, which is not heard. */
async function release(id: string, releasedAt: string, status: Wave['status'] = 'closed'): Promise<void> {
  const waveId = asId<WaveId>(id);
  const common = { programmeId: programme.id, pulseId: asId<never>('readiness'), title: `Wave ${id}` };
  const partId = `part:${id}`;
  const row = (name: string, figures: object) => ({ kind: 'atom', name, atomIds: [name], figures });
  const rows = [
    row('heard', { label: 'band', n: 20, band: 'atLeast80' }),
    row('quiet', { label: 'notHeardYet' }),
  ];
  await upsertRecord(app.store, 'wave', { ...common, waveId, status } as unknown as Wave);
  await upsertRecord(app.store, 'releasePart', {
    programmeId: programme.id,
    partId,
    table: { questionId: asId('q'), questionText: 'Q', questionKind: 'confidence', rows: rows as never },
  });
  await upsertRecord(app.store, 'release', {
    ...common,
    waveId,
    minimumGroupSize: 11,
    confidenceFloor: 0.6,
    releasedAt: releasedAt as Instant,
    fallbacks: 0,
    partIds: [partId],
    attempt: 'first',
  } as ReleaseHeader);
}

async function write(name: string, verdict?: CommentVerdict, more: Partial<Comment> = {}): Promise<void> {
  const review = verdict && {
    verdict,
    revision: 1,
    reviewedBy: asId<PersonId>('gone'),
    reviewedOn: '2026-04-02' as Day,
  };
  await createRecord(app.store, 'comment', {
    waveId: latest,
    commentId: `unlinked:${name}`,
    atomId: atom('heard'),
    text: name,
    ...(review ? { review } : {}),
    ...more,
  });
}

const list = (access: 'review' | 'read', more: { waveId?: WaveId; afterId?: string } = {}) =>
  listComments(app, { programme, access, ...more });
const texts = (page: Awaited<ReturnType<typeof list>>) => page?.comments.map(({ text }) => text);

test('begins for those who decide at the first that waits, and for readers at the first released', async () => {
  for (const name of 'abcdefgh') await write(name, name < 'd' ? 'released' : undefined);
  const review = await list('review');
  expect(texts(review)).toEqual(['d', 'e', 'f', 'g', 'h']);
  expect(review).toMatchObject({ afterId: 'unlinked:c', hasMore: false });
  const fromTheStart = await list('review', { afterId: '' });
  expect(texts(fromTheStart)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(fromTheStart).toMatchObject({ afterId: '', hasMore: true });
  expect(texts(await list('review', { afterId: 'unlinked:e' }))).toEqual(['f', 'g', 'h']);
  const read = await list('read');
  expect(texts(read)).toEqual(['a', 'b', 'c']);
  expect(read?.comments.map((comment) => 'review' in comment)).toEqual([false, false, false]);
});

test('begins at the beginning when everything is decided', async () => {
  for (const name of 'abcdefg') await write(name, 'keptBack');
  const page = await list('review');
  expect(texts(page)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(page).toMatchObject({ afterId: '', hasMore: true });
});

test('leaves out what a group may not show and what its writer can still be linked to', async () => {
  await write('a');
  await write('b', 'released', { atomId: atom('quiet') });
  await write('c', 'released', { commentId: 'still-linked' });
  expect(texts(await list('review'))).toEqual(['a']);
  expect(texts(await list('read'))).toEqual([]);
  await release(latest, '2026-04-01T00:00:00.000Z', 'closing');
  expect(texts(await list('review'))).toEqual([]);
});

test('names the wave before, and knows no wave of another programme', async () => {
  expect(await list('read')).toMatchObject({ wave: { waveId: 'w2' }, earlier: { waveId: 'w1' } });
  expect(await list('read', { waveId: asId('w1') })).toMatchObject({ wave: { title: 'Wave w1' } });
  expect(await list('read', { waveId: asId('w1') })).not.toHaveProperty('earlier');
  expect(await list('read', { waveId: asId('elsewhere') })).toBeUndefined();
});

test('tells those who decide who decided what and when, as long as that person holds the role', async () => {
  await write('a', 'keptBack');
  await write('b');
  const tap = { programmeId: programme.id, waveId: latest, personId: lead, verdict: 'released' as const };
  expect(await reviewComment(app, { ...tap, commentId: 'unlinked:b', revision: 0 })).toBe('reviewed');
  const on = app.clock.now().slice(0, 10);
  expect((await list('review', { afterId: '' }))?.comments.map(({ review }) => review)).toEqual([
    { verdict: 'keptBack', on: '2026-04-02' },
    { verdict: 'released', on, byName: 'Lena Lead' },
  ]);
});

test('decides nothing on what is not there, not readable, or of another programme', async () => {
  await write('a', undefined, { atomId: atom('quiet') });
  await write('b', undefined, { commentId: 'still-linked' });
  await write('c');
  const tap = {
    programmeId: programme.id,
    waveId: latest,
    personId: lead,
    verdict: 'released' as const,
    revision: 0,
  };
  expect(await reviewComment(app, { ...tap, commentId: 'unlinked:a' })).toBe('notReadable');
  expect(await reviewComment(app, { ...tap, commentId: 'still-linked' })).toBe('noSuchComment');
  expect(await reviewComment(app, { ...tap, commentId: 'unlinked:z' })).toBe('noSuchComment');
  const elsewhere = { ...tap, programmeId: asId<typeof programme.id>('elsewhere') };
  expect(await reviewComment(app, { ...elsewhere, commentId: 'unlinked:c' })).toBe('noSuchComment');
  for (const id of ['unlinked:a', 'still-linked', 'unlinked:c']) {
    expect((await readRecord(app.store, 'comment', latest, id))?.document).not.toHaveProperty('review');
  }
});
