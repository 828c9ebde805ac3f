import { reviewStandingCard } from '../../src/cards/review-standing.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('of an open one says only how many of all have voted, roughly, and when it closes', () => {
  const view = sampleOf(reviewStandingCard, 'open to votes');
  const words = read(reviewStandingCard, view);
  expect(words).toContain('About 35 in 100 of all who were asked have voted.');
  expect(words).toContain('7 days are left.');
  expect(words).not.toContain('What came of it');
  expect(actionsOf(reviewStandingCard.render(view, frame), 'review-manage')).toMatchObject([
    { title: 'Close it now', data: { act: 'close', revision: 8 } },
  ]);
  const { responsePercent: _percent, ...untold } = view;
  expect(read(reviewStandingCard, untold)).toContain('How many have voted is not shown before it closes.');
});

test('of one that waits tells the outcome, with nothing to press for whom it does not wait for', () => {
  const view = sampleOf(reviewStandingCard, 'waiting for its decision');
  const words = read(reviewStandingCard, view);
  expect(words).toContain('Outcome: contested.');
  expect(words).toContain('Groups not heard: Nursing and midwifery, Mill Lane.');
  expect(actionsOf(reviewStandingCard.render(view, frame), 'review-manage')).toEqual([]);
});

test('of a decided one says where in the log it stands, and why it is to be confirmed', () => {
  const view = sampleOf(reviewStandingCard, 'to be confirmed');
  const words = read(reviewStandingCard, view);
  expect(words).toContain('Decided: Second nurse scans their badge, against the vote');
  expect(words).toContain('In the decision log: entry 14, head 9f2c51d07be8a1c6.');
  expect(words).toContain('To be confirmed since 11 Jan 2027: a new version, 2.2.');
});

test('whoever runs it says of each action still to do that it is done, with what was typed given back', () => {
  const view = sampleOf(reviewStandingCard, 'to be done, what was typed refused');
  const card = reviewStandingCard.render(view, frame);
  expect(actionsOf(card, 'review-act')).toMatchObject([
    { title: 'It is done', data: { number: 2, slot: 1, revision: 11 } },
  ]);
  expect(elementsIn(card).find(({ id }) => id === 'reply1')).toMatchObject({
    isRequired: true,
    value: 'One field fewer from version 2.2 on.',
  });
  expect(actionsOf(reviewStandingCard.render({ ...view, mayManage: false }, frame), 'review-act')).toEqual(
    [],
  );
});

test('what was typed of an action that is done already stays to be read', () => {
  const view = sampleOf(reviewStandingCard, 'to be done, what was typed refused');
  const words = read(reviewStandingCard, { ...view, reply: { number: 1, words: 'Typed by the other lead' } });
  expect(words).toContain('What you typed');
  expect(words).toContain('Typed by the other lead');
});

test('leads to the comments of the votes that are released, and to none where votes have names', () => {
  const view = sampleOf(reviewStandingCard, 'to be confirmed');
  const shown = (one: typeof view) => actionsOf(reviewStandingCard.render(one, frame), 'comments-show');
  expect(shown(view)).toMatchObject([{ title: 'Comments', data: { waveId: 'review.larkfield-epr.r1.r1' } }]);
  expect(shown({ ...view, mayReadComments: false })).toEqual([]);
  const rounds = view.review.rounds.map(({ waveId: _none, ...round }) => round);
  expect(shown({ ...view, review: { ...view.review, rounds } })).toEqual([]);
  expect(shown(sampleOf(reviewStandingCard, 'open to votes'))).toEqual([]);
});
