import { issuePostedCard } from '../../src/cards/issue-posted.card';
import { read, sampleOf } from './rendering';

test('says what was said and what came of it', () => {
  const words = read(issuePostedCard, sampleOf(issuePostedCard, 'fixed'));
  expect(words).toContain('You said, we did');
  expect(words).toContain('“Too few laptops on nights”');
  expect(words).toContain('Six more laptops are in a cupboard with a code.');
});
