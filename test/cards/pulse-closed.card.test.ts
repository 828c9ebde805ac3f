import { pulseClosedCard } from '../../src/cards/pulse-closed.card';
import { read, sampleOf } from './rendering';

test('says when it closed and that the tap was not recorded', () => {
  const words = read(pulseClosedCard, sampleOf(pulseClosedCard, 'closed'));
  expect(words).toContain('Ready for go-live 4 closed on Tuesday 8 December 2026.');
  expect(words).toContain('This tap was not recorded.');
  expect(words).not.toContain('Your words');
});

test('hands back typed words as not saved', () => {
  const words = read(pulseClosedCard, sampleOf(pulseClosedCard, 'with words that were not saved'));
  expect(words).toContain('Your words were not saved.');
  expect(words).toContain('There is one laptop for the whole bay.');
});

test('names no day while the wave is still closing', () => {
  expect(read(pulseClosedCard, sampleOf(pulseClosedCard, 'closing'))).not.toContain('closed on');
});

test('offers what was heard where it can be shown', () => {
  expect(read(pulseClosedCard, sampleOf(pulseClosedCard, 'with what was heard'))).toContain('What was heard');
  expect(read(pulseClosedCard, sampleOf(pulseClosedCard, 'closing'))).not.toContain('What was heard');
});
