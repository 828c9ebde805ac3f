import { hazardCard } from '../../src/cards/hazard.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const verbsOf = (card: unknown) => elementsIn(card).flatMap(({ verb }) => (verb === undefined ? [] : [verb]));
const render = (name: string) => hazardCard.render(sampleOf(hazardCard, name), frame);

test('shows the words, where it is, and nobody’s name, and asks for an acknowledgement first', () => {
  const sample = sampleOf(hazardCard, 'not acknowledged');
  const words = read(hazardCard, sample);
  expect(words).toContain('nobody has acknowledged it');
  expect(words).toContain('the allergies of one of them are gone');
  expect(words).toContain('Name not shown');
  const card = render('not acknowledged');
  expect(actionsOf(card, 'hazard-acknowledge')).toHaveLength(1);
  expect(actionsOf(card, 'hazard-close')).toHaveLength(2);
  expect(actionsOf(card, 'hazard-ask')).toHaveLength(1);
});

test('shows the name of whoever let the programme know it', () => {
  const sample = sampleOf(hazardCard, 'not acknowledged');
  const named = { ...sample, issue: { ...sample.issue, raiserName: 'Grace Adeyemi' } };
  expect(read(hazardCard, named)).toContain('Grace Adeyemi');
  expect(read(hazardCard, named)).not.toContain('do not try to find out');
});

test('tells another officer who has it since when, in the programme’s own time', () => {
  const words = read(hazardCard, sampleOf(hazardCard, 'acknowledged by another officer'));
  expect(words).toContain('Nasrin Ahmadi, clinical safety officer, on Tuesday 24 November 2026 at 03:12');
  expect(words).toContain('Your tap changed nothing');
  expect(actionsOf(render('acknowledged by another officer'), 'hazard-acknowledge')).toHaveLength(0);
});

test('gives back what was typed into the form it was typed into', () => {
  const card = JSON.stringify(render('refused, with what was typed'));
  expect(card.match(/Both lists are read back at handover/g)).toHaveLength(1);
});

test('once it is closed only takes that back, and says in whose words', () => {
  const words = read(hazardCard, sampleOf(hazardCard, 'closed, and what was said'));
  expect(words).toContain('A hazard, mitigated');
  expect(words).toContain('Merging is switched off');
  expect(verbsOf(render('closed, and what was said'))).toEqual(['hazard-reopen']);
});

test('lets the lead who stands in acknowledge it, but not close it, and says why it came', () => {
  const card = render('for the lead, nobody in the role');
  expect(verbsOf(card)).toEqual(['hazard-acknowledge']);
  expect(read(hazardCard, sampleOf(hazardCard, 'for the lead, nobody in the role'))).toContain(
    'please have one named',
  );
});

test('names the design review on whose ballot it was said to be unsafe', () => {
  const words = read(hazardCard, sampleOf(hazardCard, 'said on a ballot'));
  expect(words).toContain('How a second person checks a drug');
  expect(read(hazardCard, sampleOf(hazardCard, 'not acknowledged'))).not.toContain('Design review');
});
