import { ballotRecordedCard } from '../../src/cards/ballot-recorded.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const view = (name: string) => sampleOf(ballotRecordedCard, name);
const render = (name: string) => ballotRecordedCard.render(view(name), frame);

test('says until when the vote can be changed and who can see what, until when', () => {
  const words = read(ballotRecordedCard, view('recorded'));
  expect(words).toContain('You can change your vote until Tuesday 8 December.');
  expect(words).toContain('in backups until Tuesday 15 December');
  expect(words).toContain('groups with at least 11');
});

test('says of a vote with a name nothing of groups or of who could link it', () => {
  const words = read(ballotRecordedCard, view('with names, from a list'));
  expect(words).toContain('your name is shown with it');
  expect(words).not.toContain('could link an answer');
  expect(words).not.toContain(
    'Your name is not shown with your words, but they may still let someone guess.\nNHS',
  );
});

test('offers unsafe, a comment, a change, and not to be asked; all with the asking they belong to', () => {
  const card = render('recorded');
  for (const verb of ['ballot-unsafe', 'ballot-comment', 'ballot-show']) {
    expect(actionsOf(card, verb)[0]?.data).toMatchObject({ round: 1, revision: 2 });
  }
  expect(actionsOf(card, 'ballot-show')[0]?.data).toMatchObject({ anew: 'yes' });
  expect(actionsOf(card, 'asking-stop')).toHaveLength(1);
});

test('gives back what was typed and not saved', () => {
  const inputOf = (name: string, input: string) =>
    elementsIn(render(name)).find(({ id }) => id === input)?.value;
  expect(inputOf('comment not confirmed', 'comment')).toMatch(/^It is one screen more/);
});

test('sends words about harm to where they are read', () => {
  expect(read(ballotRecordedCard, view('comment saved that reads like harm'))).toContain(
    'A comment is not a report',
  );
});
