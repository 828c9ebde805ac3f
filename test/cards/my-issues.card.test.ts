import { myIssuesCard } from '../../src/cards/my-issues.card';
import { sampleLongIssue } from '../../src/cards/sample-issue';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const many = sampleOf(myIssuesCard, 'five of many, long ones');

test('says of each where it stands, what the latest answer is, and that the programme asks something', () => {
  const words = read(myIssuesCard, many);
  expect(words).toContain('The programme asks you something. Open it to answer.');
  expect(words).toContain('Somebody is fixing it.');
  expect(words).toContain('It should be fixed by Friday 11 December.');
  expect(actionsOf(myIssuesCard.render(many, frame), 'issue-mine').map(({ title }) => title)).toEqual([
    ...many.issues.map(() => 'Open'),
    'Next page',
    'From the start',
  ]);
});

test('never shows the words of whoever raised it to those who joined it', () => {
  const issue = { ...sampleLongIssue, text: 'Our ward of three', publishedTitle: undefined };
  const view = {
    ...many,
    issues: [{ programme: many.programme, issue, part: 'supporter' as const, isAsked: false }],
  };
  expect(read(myIssuesCard, view)).not.toContain('Our ward of three');
});

test('says how long a closed issue stays here, also where there is none', () => {
  const words = read(myIssuesCard, sampleOf(myIssuesCard, 'none'));
  expect(words).toContain('You have raised nothing');
  expect(words).toContain('Closed issues leave this list after 14 days');
});
