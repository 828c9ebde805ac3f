import { escalationCopyCard } from '../../src/cards/escalation-copy.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('lets a sponsor advise and not decide, and says that the advice carries their name', () => {
  const view = sampleOf(escalationCopyCard, 'with advice given');
  const card = escalationCopyCard.render(view, frame);
  expect(actionsOf(card, 'escalation-advise')).toHaveLength(1);
  expect(actionsOf(card, 'escalation-decide')).toEqual([]);
  const words = read(escalationCopyCard, view);
  expect(words).toContain('With Amara Cole and Ruth Abara, to be decided by 17:00 on Wednesday 16 December.');
  expect(words).toContain('Your advice and your name go on the decision card, and stay on record.');
  expect(words).toContain('Waiting');
});

test('shortens earlier advice, and says so', () => {
  expect(read(escalationCopyCard, sampleOf(escalationCopyCard, 'as much as there can be'))).toContain(
    '7 earlier pieces of advice are shortened here.',
  );
});
