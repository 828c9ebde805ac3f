import { ballotUnsafeCard } from '../../src/cards/ballot-unsafe.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('takes it to be something that could happen unless it is said otherwise, and keeps what was typed', () => {
  const card = ballotUnsafeCard.render(sampleOf(ballotUnsafeCard, 'not confirmed'), frame);
  const inputs = elementsIn(card).filter(({ type }) => String(type).startsWith('Input.'));
  expect(inputs.map(({ id, value }) => [id, value])).toEqual([
    ['harm', 'could'],
    ['text', expect.stringMatching(/^The wrong patient/)],
    ['site', undefined],
  ]);
  expect(actionsOf(card, 'ballot-unsafe')[0]?.data).toMatchObject({ draftId: '7c2f1e9a0b4d', round: 1 });
});

test('says who is told, and that no name is shown', () => {
  const words = read(ballotUnsafeCard, sampleOf(ballotUnsafeCard, 'empty'));
  expect(words).toContain('goes to the clinical safety officer at once');
  expect(words).toContain('Your name is not shown with your words');
  expect(words).not.toContain('Where?');
});
