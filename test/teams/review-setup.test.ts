/** A lead sets a design review up in the chat: each step is kept, a stale tap changes nothing, and what is missing is named. */

import { createRecord, listRecords, readRecord, upsertRecord } from '../../src/app/records';
import { sampleDecidedReview, sampleReviewActions } from '../../src/cards/sample-review';
import { asId } from '../../src/domain/ids';
import type { Review } from '../../src/domain/review/review';
import { newReviewCommand, reviewsCommand } from '../../src/teams/chat/reviews.command';
import { reviewActVerb } from '../../src/teams/verbs/review-act.verb';
import { reviewDiscardVerb } from '../../src/teams/verbs/review-discard.verb';
import { reviewOpenVerb } from '../../src/teams/verbs/review-open.verb';
import { reviewSetupVerb } from '../../src/teams/verbs/review-setup.verb';
import { reviewShowVerb } from '../../src/teams/verbs/review-show.verb';
import { elementsIn, wordsIn } from '../cards/card-tree';
import type { TeamsUser } from '../support/loopback-teams/teams-user';
import { aProgramme, leadOid } from '../support/samples';
import { type Harness, startHarness } from './edge-harness';

let harness: Harness;
let lead: TeamsUser;
beforeAll(async () => {
  harness = await startHarness({
    verbs: [reviewSetupVerb, reviewOpenVerb, reviewDiscardVerb, reviewShowVerb, reviewActVerb],
    chat: { commands: [newReviewCommand, reviewsCommand] },
  });
  const { app, teams } = harness;
  const workflows = [{ id: 'drug-round', name: 'The drug round' }];
  await upsertRecord(app.store, 'programme', { ...aProgramme(), tenantId: teams.tenantId, workflows });
  lead = teams.user(leadOid);
  const { id: programmeId, organisations } = aProgramme();
  await createRecord(app.store, 'membership', {
    personId: app.keys.personIdOf(lead.tenantId, leadOid),
    programmes: organisations.map(({ odsCode: organisationId }) => ({ programmeId, organisationId })),
  });
});
afterAll(() => harness.close());

async function onlyReview(): Promise<Review | undefined> {
  for await (const { document } of listRecords(harness.app.store, 'review', aProgramme().id)) return document;
  return undefined;
}
const said = (card: unknown) => wordsIn(card).join('\n');

test('each step is stored; a stale tap changes nothing and gives back what was typed; it does not open while anything is missing; what is thrown away stays away', async () => {
  await lead.say('new review');
  expect(await onlyReview()).toBeUndefined();
  const first = lead.latest();
  const about = {
    workflow: 'drug-round',
    title: 'Two nurses',
    question: 'How?',
    kind: 'full',
    voting: 'confidential',
  };
  const proposal = await lead.press(first, { title: 'Save and go on' }, about);
  expect(said(proposal.card)).toContain('What is proposed?');
  expect(await onlyReview()).toMatchObject({ title: 'Two nurses', workflow: 'drug-round', status: 'draft' });

  await lead.phone.reload();
  const twice = await lead.press(first, { title: 'Save and go on' }, about);
  expect(said(twice.card)).toContain('What is proposed?');
  await lead.phone.reload();
  const stale = await lead.press(first, { title: 'Save and go on' }, { ...about, title: 'Three nurses' });
  expect(said(stale.card)).toContain('Nothing was saved: what you typed is still here.');
  expect(elementsIn(stale.card).find(({ id }) => id === 'title')).toMatchObject({ value: 'Three nurses' });
  expect(await onlyReview()).toMatchObject({ title: 'Two nurses', revision: 1 });

  await lead.phone.reload();
  const whole = await lead.press(first, { title: 'Save and see it all' }, about);
  expect(said(whole.card)).toContain('The last day to vote, after today');
  expect(said(whole.card)).toContain('Nothing was decided before about this workflow.');
  const refused = await lead.press(first, { title: 'Open it: ask people now' });
  expect(said(refused.card)).toContain('It cannot open yet. What is missing is named below.');
  expect(await onlyReview()).toMatchObject({ status: 'draft', rounds: [] });
  await lead.say('reviews');
  expect(said(lead.storedCard(lead.latest()))).toContain('Two nurses');

  const list = lead.latest();
  await lead.press(list, { title: 'Go on setting it up' });
  const thrown = await lead.press(list, { title: 'Yes, throw it away' });
  expect(said(thrown.card)).toContain('The draft is thrown away. Nobody was asked.');
  const gone = await lead.press(first, { title: 'Question' });
  expect(said(gone.card)).toContain('That draft is not there any more');
  expect(await onlyReview()).toBeUndefined();
});

test('an action is said to be done from the card as it is now; a stale tap gives back what was typed', async () => {
  const { store } = harness.app;
  const programmeId = aProgramme().id;
  const reviewId = asId<Review['reviewId']>(`review.${programmeId}.done`);
  const actions = sampleReviewActions.filter(({ doneOn }) => !doneOn);
  const decided: Review = { ...sampleDecidedReview, programmeId, reviewId, title: 'Badges', actions };
  await upsertRecord(store, 'review', { ...decided, status: 'decided' });
  const told = async () => (await readRecord(store, 'review', programmeId, reviewId))?.document;
  await lead.say('reviews');
  const list = lead.latest();
  const shown = await lead.press(list, { title: 'Open', data: { reviewId } });
  expect(said(shown.card)).toContain('Acme Health: Say what is changed');
  await upsertRecord(store, 'review', { ...decided, status: 'decided', revision: 12 });
  const stale = await lead.press(list, { title: 'It is done' }, { reply1: 'One field fewer' });
  expect(said(stale.card)).toContain('This review was changed meanwhile.');
  expect(elementsIn(stale.card).find(({ id }) => id === 'reply1')).toMatchObject({
    value: 'One field fewer',
  });
  expect(await told()).toMatchObject({ revision: 12, actions });

  const done = await lead.press(list, { title: 'It is done' }, { reply1: 'One field fewer' });
  expect(said(done.card)).toContain('It is said to be done.');
  expect(await told()).toMatchObject({ revision: 13, actions: [{ number: 2, reply: 'One field fewer' }] });
});
