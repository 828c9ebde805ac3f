/** Design reviews from opening to the decision log and beyond, on a store and by the worker's own handlers. */

import { shouldRemind } from '../../src/app/campaign/should-remind';
import { commentAccess } from '../../src/app/comment/comment-access';
import { listComments } from '../../src/app/comment/list-comments.use-case';
import type { AppContext } from '../../src/app/context';
import { readLog } from '../../src/app/decision/read-decisions';
import { verifyLog } from '../../src/app/decision/verify-log.use-case';
import { waitingItemsOf } from '../../src/app/desk/waiting-items';
import type { IntendingDocument } from '../../src/app/intent-handler';
import { intentHandlers } from '../../src/app/intents/registry';
import { comeBack, goAway } from '../../src/app/people/absence.use-case';
import { savePerson } from '../../src/app/people/save-person';
import { ensureRecord, listRecords, readRecord, upsertRecord } from '../../src/app/records';
import { askWorkarounds } from '../../src/app/review/ask-workarounds.use-case';
import { decideReview } from '../../src/app/review/decide-review.use-case';
import { finishReviewAction } from '../../src/app/review/finish-review-action.use-case';
import { openReview } from '../../src/app/review/open-review.use-case';
import { previousDecisions, staleReviews } from '../../src/app/review/previous-decisions';
import { raiseUnsafe } from '../../src/app/review/raise-unsafe.use-case';
import { recordAttributedBallot } from '../../src/app/review/record-attributed-ballot.use-case';
import { reviseReview } from '../../src/app/review/revise-review.use-case';
import {
  findReview,
  type ReviewDraft,
  saveReviewDraft,
} from '../../src/app/review/save-review-draft.use-case';
import { addComment } from '../../src/app/wave/add-comment.use-case';
import { findOpenPulses } from '../../src/app/wave/find-open-pulses';
import { recordAnswer } from '../../src/app/wave/record-answer.use-case';
import type { Campaign, Delivery } from '../../src/domain/campaign/campaign';
import { isOnReview } from '../../src/domain/decision/decision';
import { asId, type ReviewId, type WaveId } from '../../src/domain/ids';
import { type Day, dayOf, plusDays, plusMs } from '../../src/domain/instant';
import { nextIntent } from '../../src/domain/intent/next-intent';
import { planIntents, postponeIntent } from '../../src/domain/intent/plan-intents';
import type { Person } from '../../src/domain/programme/person';
import type { Programme } from '../../src/domain/programme/programme';
import type { AnswerValue } from '../../src/domain/pulse/question';
import type { Review } from '../../src/domain/review/review';
import { ballotCampaignIdOf } from '../../src/domain/review/review-campaigns';
import { peopleOf } from '../support/running-bot';
import { aProgramme, deputyOid, leadOid, sroOid, tenantId } from '../support/samples';
import { WorkerWorld } from '../support/worker-world';

const workflows = [{ id: 'drug-round', name: 'Drug round' }];
const stages = [{ name: 'go-live' as const, startsOn: '2026-03-20' as Day, setBy: 'Board', why: 'Contract' }];
const base: Programme = { ...aProgramme(), workflows, stages };
const reviewId = asId<ReviewId>('review.larkfield.drug-round');
const place = { programmeId: base.id, reviewId };

let world: WorkerWorld;
let context: AppContext;
let people: readonly Person[];
beforeEach(async () => {
  world = await WorkerWorld.open();
  context = world.context;
  await upsertRecord(context.store, 'programme', base);
  people = peopleOf(base, 12, personIdOf);
  for (const person of people) await savePerson(context, person, false);
});
afterEach(() => world.close());

const personIdOf = (aadObjectId: string) => context.keys.personIdOf(tenantId, aadObjectId);
const on = (days: number) => dayOf(plusDays(context.clock.now(), days));
const ofGroup = (staffGroup: string) => people.filter((person) => person.staffGroup === staffGroup);

function draftOf(more: Partial<ReviewDraft> = {}): ReviewDraft {
  const option = (id: string, title: string) => ({
    ...{ id, title, consequence: `${title}: two minutes more each round.` },
    ...({ author: 'supplier', authorName: 'Invented Supplier', affects: ['nurses', 'doctors'] } as const),
  });
  return {
    workflow: 'drug-round',
    title: 'Second check on the trolley',
    question: 'Which second check do we build? Ask 07700 900123.',
    kind: 'full',
    voting: 'confidential',
    proposal: { artefact: 'Drug round', version: '1.0', images: [], beforeAfter: [] },
    options: [option('a', 'Scan'), option('b', 'Sign')],
    contributors: [
      { kind: 'frontline', name: 'Ward 7' },
      { kind: 'supplier', name: 'Invented Supplier' },
    ],
    decider: 'sro',
    closesOn: on(10),
    reviewAgainOn: on(200),
    representatives: [],
    panel: [],
    ...more,
  };
}

async function opened(more: Partial<ReviewDraft> = {}, at: ReviewId = reviewId): Promise<Review> {
  const recordedBy = personIdOf(leadOid);
  await saveReviewDraft(context, { ...place, reviewId: at, recordedBy, draft: draftOf(more) });
  const outcome = await openReview(context, { ...place, reviewId: at, openedBy: recordedBy });
  if (outcome.outcome !== 'opened') throw new Error(JSON.stringify(outcome));
  await work();
  return outcome.review;
}

async function review(at: ReviewId = reviewId, programmeId = base.id): Promise<Review> {
  const found = await findReview(context, { programmeId, reviewId: at });
  if (!found) throw new Error('no review');
  return found;
}

const sending = ['run-campaign', 'update-cards', 'tell-concerned', 'watch-issues', 'check-issues'];

/** Everything due, in order; sends are put off. */
async function work(): Promise<void> {
  for (;;) {
    const now = context.clock.now();
    const found = await Promise.all(
      (['urgent', 'normal'] as const).map((lane) => context.store.due<IntendingDocument>(lane, now, 50)),
    );
    const [stored] = found.flat();
    if (!stored) return;
    const { document } = stored;
    const intent = nextIntent(document, 'urgent', now) ?? nextIntent(document, 'normal', now);
    if (!intent) throw new Error('nothing is due');
    const handler = intentHandlers.find(({ kind }) => kind === intent.kind);
    if (handler && !sending.includes(intent.kind)) {
      let isDone = false;
      const signal = new AbortController().signal;
      const doing = handler.carryOut(context, { document, intent, signal }).finally(() => {
        isDone = true;
      });
      while (!isDone) await world.clock.advance(1_000);
      await doing;
    }
    const current = await context.store.read<IntendingDocument>('programmes', document.pk, document.id);
    if (!current) continue;
    const still = current.document.intents.find(({ id }) => id === intent.id);
    if (still?.dueAt !== intent.dueAt) continue;
    const later = { ...intent, dueAt: plusMs(now, 3_600_000) };
    const next =
      intent.kind === 'run-campaign'
        ? postponeIntent(current.document as Campaign, later)
        : planIntents(current.document as Campaign, [], [intent.id]);
    await context.store.replace('programmes', next as never, current.version);
  }
}

async function vote(
  waveId: WaveId,
  voters: readonly Person[],
  option: string,
  works: 'works' | 'worksWithChanges' | 'doesNotWork',
): Promise<void> {
  const values: readonly (readonly [string, AnswerValue])[] = [
    ['option', { kind: 'choice', choice: option }],
    ['works', { kind: 'choice', choice: works }],
  ];
  for (const { personId } of voters) {
    for (const [revision, [questionId, value]] of values.entries()) {
      const tap = { questionId: asId<never>(questionId), revision, value };
      const { outcome } = await recordAnswer(context, { programmeId: base.id, waveId, personId, tap });
      if (outcome !== 'recorded') throw new Error(outcome);
    }
  }
}

async function pass(days: number): Promise<void> {
  await world.clock.advance(days * 86_400_000);
  await work();
}

const waveOf = ({ rounds }: Review): WaveId => rounds.at(-1)?.waveId ?? asId('none');
const decide = async (oid: string, more: { kind?: 'approve' | 'reject'; optionId?: string } = {}) =>
  decideReview(context, {
    ...place,
    personId: personIdOf(oid),
    revision: (await review()).revision,
    kind: 'approve',
    optionId: 'a',
    rationale: 'Ring 07700 900123: the wards asked for it.',
    ...more,
  });

async function campaigns(purpose: string) {
  const found: string[] = [];
  for await (const { document } of listRecords(context.store, 'campaign', base.id)) {
    if (document.purpose === purpose) found.push(`${document.audienceKind} ${document.campaignId}`);
  }
  return found.sort();
}

test('from opening through ballots, close and outcome to the decision, the log and who hears it', async () => {
  const asked = await opened();
  expect(asked.question).not.toContain('900123');
  expect(await campaigns('ballot-invitation')).toEqual([`respondent invite.${reviewId}.r1`]);
  await vote(waveOf(asked), people, 'a', 'works');
  await pass(11);
  const closed = await review();
  expect(closed).toMatchObject({
    status: 'closed',
    rounds: [{ outcome: { kind: 'agreed', leadingOptionId: 'a' } }],
  });
  expect(await waitingItemsOf(context, base, personIdOf(sroOid))).toMatchObject([
    { kind: 'review', task: 'decideReview', id: reviewId },
  ]);

  expect((await decide(leadOid)).outcome).toBe('askedOfSomeoneElse');
  expect((await decide(deputyOid)).outcome).toBe('askedOfSomeoneElse');
  const taps = await Promise.all([decide(sroOid), decide(sroOid)]);
  expect(taps.map(({ outcome }) => outcome).sort()).toEqual(['alreadyDecided', 'decided']);
  await work();
  const entries = await readLog(context, base);
  const [entry] = entries.filter(isOnReview);
  expect(entry).toMatchObject({ kind: 'approve', optionId: 'a', isAgainstTheVote: false, dissent: [] });
  expect(entry?.evidence.map(({ questionId }) => questionId)).toEqual(['option', 'works']);
  expect(JSON.stringify(entries)).not.toMatch(/Sam Sponsor|900123|Invented Supplier/);
  expect((await review()).decision?.logged).toMatchObject({ seq: 1, head: entry?.mac });
  expect(await verifyLog(context, { programmeId: base.id })).toMatchObject({ outcome: 'intact' });
  expect(await campaigns('review-told')).toEqual([`reply reviewTold.${reviewId}.d1.staff`]);
  expect(await campaigns('wave-result')).toEqual([]);
  expect(await waitingItemsOf(context, base, personIdOf(sroOid))).toEqual([]);
});

test('where a group differs it goes up, is decided against the vote in sight, and what went up is over', async () => {
  const asked = await opened();
  await vote(waveOf(asked), ofGroup('nurses'), 'a', 'worksWithChanges');
  await vote(waveOf(asked), ofGroup('doctors'), 'b', 'doesNotWork');
  const [voter] = people;
  const raised = await raiseUnsafe(context, {
    ...{ ...place, personId: voter?.personId ?? asId(''), draftId: 'draft', isNamed: false },
    text: 'Two patients in one bed space have the same barcode.',
    harm: 'could',
  });
  expect(raised).toMatchObject({
    outcome: 'raised',
    issue: { reviewId, category: 'safety', hazard: { status: 'open' } },
  });
  expect(JSON.stringify([await review(), raised])).not.toContain(voter?.personId);
  await pass(11);
  expect(await review()).toMatchObject({
    status: 'closed',
    rounds: [{ outcome: { kind: 'contested', openUnsafe: 1 } }],
    escalationId: `escalation.${reviewId}`,
    unsafe: [raised.outcome === 'raised' ? raised.issue.issueId : ''],
  });
  expect(await decide(sroOid)).toMatchObject({ review: { decision: { isAgainstTheVote: true } } });
  await work();
  const escalations = [];
  for await (const { document } of listRecords(context.store, 'escalation', base.id)) {
    escalations.push(document);
  }
  expect(escalations).toMatchObject([{ status: 'decided', decision: { decidedByName: 'Sam Sponsor' } }]);
  expect(await campaigns('escalation-preparation')).toHaveLength(1);
});

test('the lead reads the comments beside released votes, and says once what became of the changes asked for', async () => {
  const asked = await opened();
  const waveId = waveOf(asked);
  await vote(waveId, people, 'a', 'worksWithChanges');
  for (const { personId } of people.slice(0, 2)) {
    const text = 'One field fewer, please.';
    expect(await addComment(context, { ...place, waveId, personId, text })).toMatchObject({
      outcome: 'saved',
    });
  }
  const reader = { programmeId: base.id, tenantId, aadObjectId: leadOid };
  const access = await commentAccess(context, reader);
  if (access.outcome !== 'allowed') throw new Error(access.outcome);
  expect(await listComments(context, { ...access, waveId })).toBeUndefined();
  await pass(11);
  const page = await listComments(context, { ...access, waveId });
  expect(page?.wave.title).toBe(asked.title);
  expect(page?.comments.map(({ text }) => text)).toEqual(Array(2).fill('One field fewer, please.'));

  const { revision, actions } = await review();
  expect(actions).toMatchObject([{ number: 1, optionId: 'a' }]);
  const say = (reply: string, at = revision) =>
    finishReviewAction(context, { ...place, revision: at, number: 1, reply });
  expect(await say('')).toEqual({ outcome: 'incomplete', missing: 'reply' });
  expect(await say('Done', revision - 1)).toEqual({ outcome: 'outOfDate' });
  expect(await say('Gone in 2.2, ring 07700 900123')).toMatchObject({ outcome: 'done' });
  expect(await say('Again')).toEqual({ outcome: 'alreadyDone' });
  expect((await review()).actions[0]?.reply).not.toContain('900123');
  await work();
  expect(await campaigns('review-told')).toEqual([`reply reviewTold.${reviewId}.a1.staff`]);
});

test('a decision nobody takes waits for the deputy as well', async () => {
  await opened();
  await pass(11);
  expect(await review()).toMatchObject({ rounds: [{ outcome: { kind: 'notRepresentative' } }] });
  await pass(8);
  expect(await waitingItemsOf(context, base, personIdOf(deputyOid))).toMatchObject([{ kind: 'review' }]);
  expect(await decide(deputyOid, { kind: 'reject' })).toMatchObject({
    outcome: 'decided',
    review: { decision: { role: 'deputySro', kind: 'reject' } },
  });
});

test('a decision of somebody who is away waits for the deputy: it is handed over at once, and so is what closes meanwhile', async () => {
  await opened();
  await pass(11);
  const sro = personIdOf(sroOid);
  const waits = async () => (await waitingItemsOf(context, base, personIdOf(deputyOid))).map(({ id }) => id);
  expect(await waits()).toEqual([]);
  const handedOver = await goAway(context, [base], { personId: sro, until: on(20) });
  expect(handedOver).toMatchObject([{ item: { task: 'decideReview' }, names: ['Dee Deputy'] }]);
  expect(await waits()).toEqual([reviewId]);
  expect((await waitingItemsOf(context, base, sro)).map(({ id }) => id)).toEqual([reviewId]);

  const next = asId<ReviewId>('review.larkfield.next');
  await opened({ closesOn: on(2) }, next);
  await pass(3);
  expect(await waits()).toContain(next);
  expect(await decide(deputyOid, { kind: 'reject' })).toMatchObject({ outcome: 'decided' });
  expect(await comeBack(context, [base], sro)).toBe('back');
  expect((await waitingItemsOf(context, base, sro)).map(({ id }) => id)).toEqual([next]);
});

test('a panel votes by name: once for each tap, never late, and nobody who was not asked', async () => {
  const [one, two, other] = people;
  const panel = [one, two].flatMap((person) => (person ? [person.personId] : []));
  await opened({ voting: 'attributed', panel });
  expect(await campaigns('ballot-invitation')).toEqual([`respondent ballot.${reviewId}.r1`]);
  const tap = (
    person: Person | undefined,
    revision: number,
    more: object = { optionId: 'a', works: 'works' },
  ) =>
    recordAttributedBallot(context, {
      ...{ ...place, personId: person?.personId ?? asId('') },
      tap: { revision, ...more },
    });
  expect((await tap(other, 0)).outcome).toBe('notAsked');
  const same = await Promise.all([tap(one, 0), tap(one, 0)]);
  expect(same.map(({ outcome }) => outcome).sort()).toEqual(['outOfDate', 'recorded']);
  expect((await tap(one, 1, { optionId: 'b', comment: 'Call 07700 900123.' })).outcome).toBe('changed');
  const campaignId = ballotCampaignIdOf(reviewId, 1);
  const campaign = async () => (await readRecord(context.store, 'campaign', base.id, campaignId))?.document;
  const isReminded = async (person: Person | undefined) => {
    const sent = await campaign();
    if (!sent || !person) throw new Error('no ballot was sent');
    return shouldRemind(context)(sent, { ...person, campaignId } as unknown as Delivery);
  };
  await pass(5);
  expect(await campaign()).toMatchObject({ reminderPass: 1 });
  expect([await isReminded(one), await isReminded(two)]).toEqual([false, true]);
  expect((await tap(two, 0)).outcome).toBe('recorded');
  expect((await tap(one, 2, { optionId: 'a' })).outcome).toBe('changed');
  expect(await isReminded(two)).toBe(false);
  await pass(6);
  expect((await review()).intents.filter(({ kind }) => kind === 'remind')).toEqual([]);
  expect((await tap(two, 1)).outcome).toBe('closed');
  expect(await review()).toMatchObject({ status: 'closed', rounds: [{ outcome: { kind: 'agreed' } }] });
  expect((await decide(sroOid)).outcome).toBe('decided');
  await work();
  const entries = await readLog(context, base);
  expect(entries.filter(isOnReview)[0]?.ballots).toHaveLength(2);
  expect(JSON.stringify(entries)).not.toMatch(/Person 00|900123/);
  expect(await campaigns('review-told')).toEqual([`reply reviewTold.${reviewId}.d1.named`]);
});

test('what changes since makes a decision stale, and it is asked again as the next round', async () => {
  const asked = await opened();
  await vote(waveOf(asked), people, 'a', 'works');
  await pass(11);
  await decide(sroOid);
  await work();
  const recordedBy = personIdOf(leadOid);
  const version = (to: string, isMaterial: boolean, reason?: string) =>
    reviseReview(context, { ...place, recordedBy, version: to, isMaterial, ...(reason ? { reason } : {}) });
  expect(await version('1.1', false)).toEqual({ outcome: 'incomplete', missing: 'reason' });
  expect(await version('1.1', false, 'Spelling')).toMatchObject({ outcome: 'recorded' });
  expect((await review()).status).toBe('decided');
  expect(await version('2.0', true)).toMatchObject({ outcome: 'recorded', again: { outcome: 'opened' } });
  await work();
  const again = await review();
  expect(again).toMatchObject({ status: 'open', rounds: [{}, { number: 2 }] });
  await vote(waveOf(again), people, 'a', 'works');
  await pass(12);
  await decide(sroOid);
  await work();
  expect((await review()).earlierDecisions).toHaveLength(1);

  // The day to look at it again comes, the lead is silent for three working days, and it asks again by itself.
  await pass(200);
  expect(await staleReviews(context, base.id)).toMatchObject([{ stale: { because: 'reviewDate' } }]);
  await pass(5);
  expect(await staleReviews(context, base.id)).toHaveLength(0);
  const third = await review();
  expect(third).toMatchObject({ status: 'open', rounds: [{}, {}, { number: 3 }] });
  const who = { personId: personIdOf(leadOid), tenantId, aadObjectId: leadOid };
  await ensureRecord(context.store, 'membership', {
    personId: who.personId,
    programmes: [{ programmeId: base.id, organisationId: asId('RZZ') }],
  });
  expect(await previousDecisions(context, who, { workflow: 'drug-round' })).toMatchObject([
    { standing: 'toBeConfirmed', optionTitle: 'Scan' },
    { standing: 'replaced' },
  ]);
});

test('another programme of the organisation that changes the same workflow is told that there was a change, and no more', async () => {
  const elsewhere: Programme = { ...base, id: asId('other'), name: 'Another programme' };
  await upsertRecord(context.store, 'programme', elsewhere);
  const asked = await opened();
  await vote(waveOf(asked), people, 'a', 'works');
  await pass(11);
  await decide(sroOid);
  await work();
  const theirs = asId<ReviewId>('review.other.drug-round');
  const [one] = people;
  const at = { programmeId: elsewhere.id, reviewId: theirs };
  await savePerson(context, { ...(one as Person), programmeId: elsewhere.id }, false);
  const panel = one ? [one.personId] : [];
  await saveReviewDraft(context, {
    ...{ ...at, recordedBy: 'command' },
    draft: draftOf({ voting: 'attributed', panel, title: 'Their secret', closesOn: on(5) }),
  });
  expect((await openReview(context, { ...at, openedBy: 'command' })).outcome).toBe('opened');
  await pass(6);
  expect((await review()).status).toBe('decided');
  const { revision } = await review(theirs, elsewhere.id);
  const choice = { kind: 'approve', optionId: 'b', rationale: 'Ours.', revision } as const;
  const decided = await decideReview(context, { ...at, ...choice, personId: personIdOf(sroOid) });
  expect(decided.outcome).toBe('decided');
  await work();
  const [stale] = await staleReviews(context, base.id);
  expect(stale?.stale).toMatchObject({ because: 'otherProgramme', detail: '' });
  expect(JSON.stringify(stale)).not.toContain('secret');
  expect((await review(theirs, elsewhere.id)).status).toBe('decided');
});

test('people who live with it are asked whether they work around it, and a level makes it stale', async () => {
  const asked = await opened();
  await vote(waveOf(asked), people, 'a', 'works');
  await pass(11);
  await decide(sroOid);
  await work();
  const command = { programmeId: base.id, workflow: 'drug-round', openedBy: 'command' } as const;
  expect(await askWorkarounds(context, command)).toEqual({ outcome: 'notLiveYet' });
  // Four weeks after the go-live it is asked by itself.
  await pass(36);
  expect(await askWorkarounds(context, command)).toEqual({ outcome: 'askedAlready' });
  const waveId = asId<WaveId>(`${reviewId}.workarounds1`);
  // Whoever asks for what is open finds it: it has no card of its own.
  const [{ personId: somebody } = { personId: asId<never>('nobody') }] = people;
  expect((await findOpenPulses(context, somebody, [base.id])).map((wave) => wave.waveId)).toEqual([waveId]);
  for (const [index, { personId }] of people.entries()) {
    const value = { kind: 'point', point: index % 3 === 0 ? 2 : 4 } as const;
    const tap = { questionId: asId<never>(`workaround.${reviewId}`), revision: 0, value };
    await recordAnswer(context, { programmeId: base.id, waveId, personId, tap });
  }
  await pass(8);
  expect(await review()).toMatchObject({ status: 'toBeConfirmed', stale: { because: 'workarounds' } });
  expect((await waitingItemsOf(context, base, personIdOf(leadOid))).map(({ task }) => task)).toContain(
    'confirmReview',
  );
});

test('one message carries every ballot that is open to a person, and none is sent again', async () => {
  const others = [1, 2].map((number) => asId<ReviewId>(`review.larkfield.other${number}`));
  for (const at of [reviewId, ...others]) await opened({}, at);
  await world.clock.advance(3_600_000);
  const carried = new Map<string, readonly string[]>();
  world.start({
    handlers: intentHandlers,
    cards: async ({ campaignId }, delivery) => {
      carried.set(delivery.deliveryId, delivery.carried ?? []);
      return { card: { type: 'AdaptiveCard', campaignId }, summary: 'Ballots' };
    },
  });
  for (const at of [reviewId, ...others]) await world.finished(asId(`invite.${at}.r1`), 600_000);
  expect(world.messenger.received).toHaveLength(people.length);
  expect(carried.size).toBe(people.length);
  for (const sent of carried.values()) expect([...sent].sort()).toEqual([reviewId, ...others].sort());
  const [second] = await world.deliveries(asId(`invite.${others[0]}.r1`));
  expect(second).toMatchObject({ status: 'delivered', reason: 'carried', attempts: 0 });
});
