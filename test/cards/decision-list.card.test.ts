import { decisionListCard } from '../../src/cards/decision-list.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const view = sampleOf(decisionListCard, 'the latest');
const words = read(decisionListCard, view);

test('says of each decision what, who in which role, when, and where in the log it stands', () => {
  expect(words).toContain('Approved: Delay St Bride’s by four weeks');
  expect(words).toContain('Amara Cole, Senior Responsible Owner, on Monday 14 December 2026.');
  expect(words).toContain(`Entry 12, head ${'12'.repeat(32)}`);
  expect(words).toContain('against the evidence');
});

test('knows by their pseudonym those whose name was erased', () => {
  expect(words).toContain('Person p-sro, Senior Responsible Owner');
});

test('marks a review day that has passed, and what a later decision replaced', () => {
  expect(words).toContain('Was to be looked at again on Monday 1 March 2027. That day has passed.');
  expect(words).toContain('Replaced by entry 12.');
  expect(words).toContain('Takes the place of entry 11.');
  expect(read(decisionListCard, { ...view, now: view.listed[0]?.entry.decidedAt ?? view.now })).toContain(
    'To be looked at again on Monday 1 March 2027.',
  );
});

test('offers to decide again to those who may, and to open a gate', () => {
  const card = decisionListCard.render(view, frame);
  expect(actionsOf(card, 'decision-reopen')).toHaveLength(1);
  expect(actionsOf(card, 'gate-show')).toHaveLength(1);
  expect(actionsOf(card, 'decisions-show')).toHaveLength(1);
});
