import { issueRaiseCard } from '../../src/cards/issue-raise.card';
import { issueCategories } from '../../src/domain/issue/issue';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const empty = sampleOf(issueRaiseCard, 'empty');
const inputOf = (view: typeof empty, id: string) =>
  elementsIn(issueRaiseCard.render(view, frame)).find((element) => element.id === id);

test('asks for everything on one card, with the own site filled in and the name hidden unless said otherwise', () => {
  expect(inputOf(empty, 'text')).toMatchObject({ isMultiline: true, maxLength: 2_000, value: '' });
  expect(inputOf(empty, 'harm')).toMatchObject({ value: 'none', style: 'expanded' });
  expect(inputOf(empty, 'category')?.choices).toHaveLength(issueCategories.length);
  expect(inputOf(empty, 'site')).toMatchObject({ value: 'RZZ01' });
  expect(inputOf(empty, 'effect')?.choices).toMatchObject([
    { title: 'It slows me down' },
    { title: 'I work around it' },
    { title: 'Care could suffer' },
  ]);
  expect(inputOf(empty, 'name')).toMatchObject({ value: 'hidden' });
});

test('warns before it is sent, and says what is taken out and what stays in Microsoft 365', () => {
  const words = read(issueRaiseCard, empty);
  expect(words).toContain('Your name is hidden; your words or site may still let someone guess.');
  expect(words).toContain('are taken out before anything is saved');
  expect(words).toContain('What you type into the chat itself stays in Microsoft 365.');
});

test('can be sent or turned to somebody else, with nothing required first', () => {
  const card = issueRaiseCard.render(empty, frame);
  for (const verb of ['issue-raise-send', 'issue-raise-speak-up']) {
    expect(actionsOf(card, verb)).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ draftId: empty.draft.draftId }) }),
    ]);
  }
  expect(JSON.stringify(card)).not.toContain('isRequired');
});

test('gives everything back that was filled in, with what is missing and what was taken out', () => {
  const view = sampleOf(issueRaiseCard, 'something is missing');
  expect(inputOf(view, 'text')).toMatchObject({ value: view.draft.text });
  expect(inputOf(view, 'effect')).toMatchObject({ value: 'workAround' });
  const words = read(issueRaiseCard, view);
  expect(words).toContain('Please choose what it is about. Nothing has been sent yet.');
  expect(words).toContain('Before saving we took out an NHS number.');
});

test('offers as many sites as there is room for, the chosen one among them, and says when there are more', () => {
  const long = sampleOf(issueRaiseCard, 'not confirmed, as long as it may be');
  const view = { ...long, draft: { ...long.draft, site: 'RZZ400' } };
  const offered = inputOf(view, 'site')?.choices as readonly { readonly value: string }[];
  expect(offered.length).toBeGreaterThan(50);
  expect(offered.map(({ value }) => value)).toContain('RZZ400');
  expect(read(issueRaiseCard, view)).toContain('Not every site fits');
  expect(read(issueRaiseCard, empty)).not.toContain('Not every site fits');
});
