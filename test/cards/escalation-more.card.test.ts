import { escalationMoreCard } from '../../src/cards/escalation-more.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('shows the lead what is asked, by whom and until when, and takes the answer', () => {
  const view = sampleOf(escalationMoreCard, 'a question waits');
  const words = read(escalationMoreCard, view);
  expect(words).toContain('Amara Cole needs to know more');
  expect(words).toContain('Can the old trolleys come back for a month?');
  expect(words).toContain('The deadline stays 17:00 on Wednesday 16 December.');
  const [action] = actionsOf(escalationMoreCard.render(view, frame), 'escalation-answer-more');
  expect(action?.data).toMatchObject({ number: 2 });
});

test('gives back what was typed, and wants nothing more once all is answered', () => {
  const refused = sampleOf(escalationMoreCard, 'refused, with what was typed');
  expect(elementsIn(escalationMoreCard.render(refused, frame))).toContainEqual(
    expect.objectContaining({ id: 'answer', value: 'Eleven of them.' }),
  );
  const done = sampleOf(escalationMoreCard, 'all answered');
  expect(read(escalationMoreCard, done)).toContain('Everything that was asked is answered.');
  expect(actionsOf(escalationMoreCard.render(done, frame), 'escalation-answer-more')).toEqual([]);
});
