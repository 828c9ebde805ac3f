import { ballotCard } from '../../src/cards/ballot.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const view = (name: string) => sampleOf(ballotCard, name);
const render = (name: string) => ballotCard.render(view(name), frame);

test('has one button for each option, at most five, each with the asking and its revision', () => {
  const votes = actionsOf(render('option'), 'ballot-vote');
  expect(votes.map(({ title }) => title)).toEqual([
    'A. Before the drug is chosen',
    'B. When the prescription is signed',
  ]);
  expect(votes[0]?.data).toEqual({
    cardVersion: 1,
    programmeId: 'larkfield-epr',
    reviewId: 'review.larkfield-epr.7c2f1e9a',
    waveId: 'review.larkfield-epr.7c2f1e9a.r1',
    round: 1,
    revision: 0,
    list: 'no',
    option: 'before',
  });
  expect(actionsOf(render('option, as long as it may be'), 'ballot-vote')).toHaveLength(5);
});

test('says of each option what it means and who put it forward', () => {
  const words = read(ballotCard, view('option'));
  expect(words).toContain('What it means: One more screen for every prescription');
  expect(words).toContain('Put forward by: A subject expert (Nadia Novak, pharmacist)');
  expect(words).toContain('Drug chart screens, version 3');
});

test('says every picture in words, and shows a table where there are no pictures', () => {
  expect(elementsIn(render('option')).find(({ type }) => type === 'Image')).toMatchObject({
    url: 'https://designs.example.nhs.uk/drug-chart/3.2/allergies.png',
    altText: 'The drug chart with the allergy box above the list of medicines.',
  });
  const words = read(ballotCard, view('option, with names, and a table'));
  expect(words).toContain('Now: On paper, in a pocket');
  expect(words).toContain('Then: On the ward’s screen');
});

test('shows no picture and no link that is not an address', () => {
  const plain = view('option');
  if (plain.step.step !== 'option') throw new Error('the sample asks for an option');
  const images = [{ url: 'data:image/png;base64,AAAA', alternativeText: 'x' }];
  const proposal = { ...plain.step.proposal, link: 'javascript:alert(1)', images };
  const types = elementsIn(ballotCard.render({ ...plain, step: { ...plain.step, proposal } }, frame)).map(
    ({ type }) => type,
  );
  expect(types).not.toContain('Image');
  expect(types).not.toContain('Action.OpenUrl');
});

test('then asks in one tap whether it works, with no word of what was chosen', () => {
  const works = actionsOf(render('works'), 'ballot-works');
  expect(works.map(({ title, data }) => [title, (data as { works: string }).works])).toEqual([
    ['Works for us', 'works'],
    ['Works with changes', 'worksWithChanges'],
    ['Does not work here', 'doesNotWork'],
    ['Not my area', 'notMyArea'],
  ]);
  expect(read(ballotCard, view('works'))).not.toContain('allergy check come?');
});

test('says before the vote that names are shown, and only where they are', () => {
  expect(read(ballotCard, view('option, with names, and a table'))).toContain(
    'This vote is not confidential: your name is shown with it.',
  );
  expect(read(ballotCard, view('option, with names, and a table'))).not.toContain('results for groups');
  expect(read(ballotCard, view('option'))).not.toContain('not confidential');
  expect(read(ballotCard, view('option'))).toContain('groups with at least 11');
});

test('leads back to the list it was opened from', () => {
  expect(actionsOf(render('works, changed, from a list'), 'ballot-show').map(({ data }) => data)).toEqual([
    { cardVersion: 1, programmeId: 'larkfield-epr' },
  ]);
  expect(actionsOf(render('works'), 'ballot-show')).toEqual([]);
});
