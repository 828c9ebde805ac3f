import { issueRoutesCard } from '../../src/cards/issue-routes.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const asked = sampleOf(issueRoutesCard, 'asked');
const card = issueRoutesCard.render(asked, frame);

test('offers three routes and none of them, each with everything that was filled in', () => {
  const routes = actionsOf(card, 'issue-raise-send').map(({ title, data }) => [title, data]);
  expect(routes).toEqual(
    [
      ['It is happening now', 'now'],
      ['It has happened', 'happened'],
      ['It could happen', 'could'],
      ['None of these: send it as it is', 'none'],
    ].map(([title, harm]) => [
      title,
      expect.objectContaining({
        harm,
        asked: 'yes',
        draftId: asked.draft.draftId,
        category: 'infrastructure',
        site: 'RZZ01',
        effect: 'workAround',
        name: 'hidden',
      }),
    ]),
  );
  expect(elementsIn(card).find(({ id }) => id === 'text')).toMatchObject({ value: asked.draft.text });
});

test('says that nothing has been sent yet', () => {
  expect(read(issueRoutesCard, asked)).toContain('Nothing has been sent yet, and your words are kept below.');
});
