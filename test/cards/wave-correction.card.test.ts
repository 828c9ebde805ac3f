import { verbNames } from '../../src/cards/verb-names';
import { waveCorrectionCard } from '../../src/cards/wave-correction.card';
import { actionsOf, elementsIn, wordsIn } from './card-tree';

const frame = { isSynthetic: false, timeZone: 'Europe/London' };
const render = (name: string) => {
  const view = waveCorrectionCard.samples[name];
  if (!view) throw new Error('no such sample');
  return waveCorrectionCard.render(view, frame);
};

it('lists the title and every question, each with a button', () => {
  const parts = actionsOf(render('which one'), verbNames.waveCorrect).map(({ data }) => data);
  expect(parts).toMatchObject([{ act: 'edit', part: '(title)' }, { act: 'edit' }]);
});

it('has the words as they are in the fields, and what was typed after a refusal', () => {
  const card = render('a choice, another question');
  const inputs = elementsIn(card).filter(({ type }) => type === 'Input.Text');
  expect(inputs[0]).toMatchObject({ id: 'text', value: 'Do you like your manager?' });
  expect(inputs.slice(1).map(({ id }) => id)).toEqual(inputs.slice(1).map((_, index) => `choice${index}`));
  expect(inputs.length).toBeGreaterThan(2);
  expect(wordsIn(card).join('\n')).toContain('That reads like another question, so nothing was changed.');
});

it('has the promise on its button, and says when not to correct', () => {
  const card = render('the title');
  expect(wordsIn(card)).toContain('Same question: fix its wording');
  expect(wordsIn(card).join('\n')).toContain('close the wave and ask again');
});
