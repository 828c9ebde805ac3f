import { helpCard } from '../../src/cards/help.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const everyone = ['pulse', 'raise', 'my issues', 'privacy', 'stop asking me', 'ask me again', 'help'];

test('lists what everyone can send, to those who read results the words for these, and to a lead also the one for waves', () => {
  const forStaff = read(helpCard, { roles: [] }).split('\n');
  expect(forStaff).toEqual(expect.arrayContaining(everyone));
  expect(forStaff).not.toContain('close wave');
  expect(read(helpCard, { roles: ['lead'] }).split('\n')).toEqual(
    expect.arrayContaining([...everyone, 'close wave', 'results', 'comments']),
  );
  const forExecutives = read(helpCard, { roles: ['sro'] }).split('\n');
  expect(forExecutives).toEqual(expect.arrayContaining([...everyone, 'results', 'comments']));
  expect(forExecutives).not.toContain('close wave');
});

test('always says that nobody watches the chat', () => {
  expect(read(helpCard, { roles: [] })).toContain('Nobody is watching this chat.');
});

test('says so when it did not understand', () => {
  expect(read(helpCard, { roles: [], isNotUnderstood: true })).toContain('I did not understand');
});

test('offers a button to raise an issue to whoever belongs to a programme', () => {
  expect(actionsOf(helpCard.render(sampleOf(helpCard, 'staff'), frame), 'issue-raise')).toMatchObject([
    { data: { choose: 'yes' } },
  ]);
  expect(actionsOf(helpCard.render(sampleOf(helpCard, 'stranger'), frame), 'issue-raise')).toEqual([]);
});
