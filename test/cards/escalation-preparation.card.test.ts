import { escalationPreparationCard } from '../../src/cards/escalation-preparation.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const view = sampleOf(escalationPreparationCard, 'three groups');
const card = escalationPreparationCard.render(view, frame);
const inputs = (rendered: unknown) =>
  elementsIn(rendered).filter(({ type }) => String(type).startsWith('Input.'));

test('sends with one button, by the name of who decides', () => {
  expect(actionsOf(card, 'escalation-forward')).toEqual([
    expect.objectContaining({
      title: 'Send to Amara Cole',
      data: { cardVersion: 1, programmeId: 'larkfield-epr', escalationId: view.escalation.escalationId },
    }),
  ]);
});

test('takes a question, three own options, a recommendation and the cost of waiting, none of them required', () => {
  expect(inputs(card).map(({ id }) => id)).toEqual([
    'question',
    ...[1, 2, 3].flatMap((number) => [`option${number}Title`, `option${number}Consequence`]),
    'recommendedOption',
    'recommendation',
    'costOfWaiting',
  ]);
  expect(inputs(card).filter(({ isRequired }) => isRequired)).toEqual([]);
});

test('shows the standard options and lets each be recommended', () => {
  const words = read(escalationPreparationCard, view);
  for (const title of [
    'Option 1: More training',
    'Option 2: More floor support',
    'Option 3: Delay these groups',
    'Option 4: Accept it',
  ]) {
    expect(words).toContain(title);
  }
  const recommended = inputs(card).find(({ id }) => id === 'recommendedOption');
  expect(recommended?.choices).toContainEqual({
    title: 'Option 4 (standard: Accept it, with a reason)',
    value: 'option4',
  });
});

test('says when it goes up by itself', () => {
  expect(read(escalationPreparationCard, view)).toContain('at the end of Friday 11 December');
});

test('counts a group once, however many waves were evidence, and shows the newest', () => {
  const [first] = view.escalation.evidence;
  if (!first) throw new Error('no evidence');
  const newer = { ...first, n: 133 };
  const escalation = { ...view.escalation, evidence: [...view.escalation.evidence, newer] };
  const words = read(escalationPreparationCard, { ...view, escalation });
  expect(words).toContain('in 3 groups');
  expect(words).toContain('133 of 270');
  expect(words).not.toContain('121 of 270');
});

test('gives back what was typed when it was refused', () => {
  const refused = sampleOf(escalationPreparationCard, 'refused, with what was typed');
  const title = inputs(escalationPreparationCard.render(refused, frame)).find(
    ({ id }) => id === 'option1Title',
  );
  expect(title?.value).toBe('Delay by four weeks');
  expect(read(escalationPreparationCard, refused)).toContain('Each option needs its consequence.');
});

test('says in its title whether confidence is low, falling or both', () => {
  const both = sampleOf(escalationPreparationCard, 'low and falling');
  expect(read(escalationPreparationCard, both)).toContain('Confidence is low or falling in 2 groups');
  const evidence = both.escalation.evidence.slice(1);
  const falling = { ...both, escalation: { ...both.escalation, evidence } };
  expect(read(escalationPreparationCard, falling)).toContain('Confidence is falling in 1 group');
});
