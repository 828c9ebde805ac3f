import { issueQuestionCard } from '../../src/cards/issue-question.card';
import { concernedMessage } from '../../src/cards/messages/concerned-message';
import type { Issue } from '../../src/domain/issue/issue';
import { elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const asked = sampleOf(issueQuestionCard, 'asked once');

test('puts the programme’s question, and says the truth about names', () => {
  const words = read(issueQuestionCard, asked);
  expect(words).toContain('Lena Lead, on Thursday 26 November 2026:');
  expect(words).toContain('Which nights is it worst?');
  expect(words).toContain('The programme reads it without your name.');
  const named = { ...asked, issue: { ...asked.issue, raiserName: 'Nora Nurse' } };
  expect(read(issueQuestionCard, named)).toContain('You let the programme know your name');
});

test('gives back words that were not sent', () => {
  const again = sampleOf(issueQuestionCard, 'asked again, words kept');
  const [input] = elementsIn(issueQuestionCard.render(again, frame)).filter(({ id }) => id === 'words');
  expect(input?.value).toBe(again.typed);
});

test('a question comes before what was answered earlier, until the issue itself is answered', () => {
  const cardOf = (issue: Issue) => JSON.stringify(concernedMessage({ ...asked, issue }, frame).card);
  const [answer] = sampleOf(issueQuestionCard, 'asked again, words kept').issue.answers;
  if (!answer) throw new Error('no answer');
  const both = { ...asked.issue, answers: [answer] };
  expect(cardOf(both)).toContain('issue-reply');
  expect(cardOf({ ...both, status: 'answered' })).not.toContain('issue-reply');
});
