import { issueRaisedCard } from '../../src/cards/issue-raised.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('says what was recorded, what happens next and by when, and who can see what until when', () => {
  const view = sampleOf(issueRaisedCard, 'hidden');
  const words = read(issueRaisedCard, view);
  expect(words).toContain('There is one laptop for the whole bay.');
  expect(words).toContain('The programme lead should deal with it by Tuesday 1 December');
  expect(words).toContain('14 days after it is closed we erase who raised it, and in backups 7 days later.');
  expect(words).toContain(
    'an administrator with access to the database and to the service key could link it to you',
  );
  expect(words).toContain('The cards in this chat stay in Microsoft 365.');
  expect(words).not.toContain('The clinical safety officer is told');
  expect(actionsOf(issueRaisedCard.render(view, frame), 'issue-mine')).toHaveLength(1);
});

test('tells of a hazard who else reads it, and of a name that it is shown', () => {
  const words = read(issueRaisedCard, sampleOf(issueRaisedCard, 'named, a hazard, with something taken out'));
  expect(words).toContain('The clinical safety officer is told as well, now.');
  expect(words).toContain('Nina Nurse, shown to the programme');
  expect(words).toContain('Before saving we took out an NHS number and a date.');
  expect(words).not.toContain('Nobody is shown that it was you');
});
