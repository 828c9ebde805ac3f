import { issueUnsentCard } from '../../src/cards/issue-unsent.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const kept = sampleOf(issueUnsentCard, 'kept');

test('keeps everything, and sends the same draft again', () => {
  const card = issueUnsentCard.render(kept, frame);
  expect(read(issueUnsentCard, kept)).toContain('We could not confirm this: tap again.');
  expect(elementsIn(card).find(({ id }) => id === 'text')).toMatchObject({ value: kept.draft.text });
  expect(actionsOf(card, 'issue-raise-send')).toMatchObject([
    { data: { draftId: kept.draft.draftId, category: 'infrastructure', harm: 'none', asked: 'yes' } },
  ]);
});

test('also where the programme could not be read', () => {
  const view = { ...kept, programme: { id: kept.programme.id } };
  expect(actionsOf(issueUnsentCard.render(view, frame), 'issue-raise-send')).toHaveLength(1);
});
