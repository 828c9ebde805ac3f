import { barParts } from '../../src/cards/campaign-parts';
import { campaignStandingCard } from '../../src/cards/campaign-standing.card';
import { verbNames } from '../../src/cards/verb-names';
import { catalogueFor } from '../../src/text/catalogue';
import { actionsOf, elementsIn, wordsIn } from './card-tree';

const frame = { isSynthetic: false, timeZone: 'Europe/London' };
const render = (name: string) => {
  const view = campaignStandingCard.samples[name];
  if (!view) throw new Error('no such sample');
  return campaignStandingCard.render(view, frame);
};
const said = (name: string) => wordsIn(render(name)).join('\n');

it('says what its bar shows, and figures that add up to everybody on the list', () => {
  const words = said('being sent, reminded and stopped');
  expect(words).toContain('1,240 of 5,000 people have it (25%).');
  const sets = elementsIn(render('stopped, to a sponsor')).filter(({ type }) => type === 'FactSet');
  const figures = sets.flatMap(({ facts }) => facts as { title: string; value: string }[]);
  const numbers = figures.map(({ value }) => Number(value.replace(',', '')));
  const invited = numbers.pop();
  expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(invited);
});

it('says 100% of everybody alone', () => {
  const { progress } = catalogueFor('Europe/London').campaigns;
  const totals = {
    invited: 5_075,
    pending: 0,
    unreachable: 0,
    failed: 0,
    cancelled: 0,
    possibleDuplicates: 0,
  };
  expect(progress({ ...totals, delivered: 5_074, pending: 1 })).toContain('(99%)');
  expect(progress({ ...totals, delivered: 5_075 })).toContain('(100%)');
});

it('gives reasons in plain words, and a code that it does not know as it is', () => {
  const words = said('stopped, to a sponsor');
  expect(words).toContain('140 cannot be reached: the app is not installed for them');
  expect(words).toContain('3 failed: status418');
  expect(words).toContain('7 people may have it twice.');
});

it('says when the rest has it, and that some wait for an hour that suits them', () => {
  const words = said('being sent, reminded and stopped');
  expect(words).toContain('310 people get it at an hour that suits; the first at 21:00.');
  expect(words).toContain('Everybody will have it at about 21:04.');
});

it('of a reminder says that it is going out, and no figure', () => {
  expect(said('being sent, reminded and stopped')).toContain(
    'A reminder (1 of 2) is going to those who have not answered. Nobody is shown who they are.',
  );
});

it('offers to stop, to correct, and once stopped to close, to whoever may', () => {
  const managed = render('being sent, reminded and stopped');
  expect(actionsOf(managed, verbNames.campaignCancel)).toHaveLength(2);
  expect(actionsOf(managed, verbNames.waveCorrect)).toHaveLength(3);
  expect(actionsOf(managed, verbNames.waveClose)).toHaveLength(1);
  const read = render('stopped, to a sponsor');
  expect(actionsOf(read, verbNames.campaignsShow)).toHaveLength(1);
  expect(elementsIn(read).filter(({ type }) => type === 'Action.Execute')).toHaveLength(1);
});

it('draws whatever is there, however small', () => {
  const of = (delivered: number, failed: number, invited: number) =>
    barParts({ invited, delivered, failed, unreachable: 0, pending: 0, cancelled: 0, possibleDuplicates: 0 });
  expect(of(1, 1, 50_000).map(({ width }) => width)).toEqual([1, 1, 100]);
  expect(of(50_000, 0, 50_000)).toEqual([{ width: 100, style: 'good' }]);
  expect(of(0, 0, 3)).toEqual([{ width: 100, style: 'emphasis' }]);
});
