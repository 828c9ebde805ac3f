import { issueExitCard } from '../../src/cards/issue-exit.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const names = Object.keys(issueExitCard.samples);

test('says whom to tell now, and that nobody watches', () => {
  const words = read(issueExitCard, sampleOf(issueExitCard, 'happening now'));
  expect(words).toContain('Nobody is watching this chat. Tell the nurse in charge, or extension 2222.');
  expect(words).toContain('Nothing was saved here, and nobody was told.');
  expect(
    read(issueExitCard, sampleOf(issueExitCard, 'now, with nothing declared and nothing typed')),
  ).toContain('Tell the nurse in charge.');
});

test('opens the incident system, and gives the words to copy without calling them a report', () => {
  const view = sampleOf(issueExitCard, 'has happened');
  const elements = elementsIn(issueExitCard.render(view, frame));
  expect(elements).toContainEqual(
    expect.objectContaining({ type: 'Action.OpenUrl', url: 'https://incidents.example.nhs.uk/new' }),
  );
  expect(elements.find(({ id }) => id === 'text')).toMatchObject({
    value: view.draft.text,
    label: expect.stringContaining('This box is not an incident report'),
  });
});

test('names the contact for what cannot be said to the programme', () => {
  expect(read(issueExitCard, sampleOf(issueExitCard, 'cannot say it'))).toContain(
    'You can speak to Priya Patel, Freedom to Speak Up Guardian: 01632 960 123.',
  );
  const words = read(issueExitCard, sampleOf(issueExitCard, 'cannot say it, and nobody is named'));
  expect(words).toContain('Freedom to Speak Up contact, your union or your professional body');
});

test('never shows a link that leads nowhere', () => {
  for (const name of names) {
    const links = elementsIn(issueExitCard.render(sampleOf(issueExitCard, name), frame)).filter(
      ({ type }) => type === 'Action.OpenUrl',
    );
    expect(links).toHaveLength(name === 'has happened' ? 1 : 0);
  }
});

test('leads back to the issue with everything kept, the answer about harm open again', () => {
  const view = { ...sampleOf(issueExitCard, 'happening now') };
  const card = issueExitCard.render({ ...view, draft: { ...view.draft, harm: 'now' } }, frame);
  expect(actionsOf(card, 'issue-raise')).toMatchObject([
    { data: { draftId: view.draft.draftId, category: 'infrastructure', harm: 'none', isNew: 'yes' } },
  ]);
});
