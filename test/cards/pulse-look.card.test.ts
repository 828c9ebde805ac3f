import { pulseLookCard } from '../../src/cards/pulse-look.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const seen = sampleOf(pulseLookCard, 'with a gate that would go unheard');

test('begins with how many are asked, and says who is left out, who is heard, and when', () => {
  const words = read(pulseLookCard, seen);
  const places = [
    'It cannot open before “Ready for go-live 3” has closed',
    'would not hear Medical and dental (120 people)',
    '655 people are asked.',
    'Left out: Medical and dental, 310 people. They rotate in that week.',
    'Community · Pharmacy (9)',
    'If you open it now.',
    'Messages go out',
  ].map((said) => words.indexOf(said));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('says that people chosen by name feed no gate', () => {
  const { preview } = seen;
  if (!preview) throw new Error('the sample is counted');
  const list = { ...preview, gates: [], unheard: [], chosenBecause: 'They tried it out.' };
  expect(read(pulseLookCard, { ...seen, preview: list })).toContain('no gate is judged on it');
  expect(read(pulseLookCard, { ...seen, preview: { ...preview, gates: [], unheard: [] } })).toContain(
    'No gate is judged by it.',
  );
});

test('can be looked at again while the people are counted, and leads back to the list', () => {
  const card = pulseLookCard.render(sampleOf(pulseLookCard, 'while the people are counted'), frame);
  expect(actionsOf(card, 'pulse-look')).toMatchObject([{ title: 'Look again' }]);
  expect(actionsOf(card, 'pulses-show')).toMatchObject([{ title: 'Back to the pulses' }]);
});
