import { campaignCancelCard } from '../../src/cards/campaign-cancel.card';
import { verbNames } from '../../src/cards/verb-names';
import { actionsOf, wordsIn } from './card-tree';

const frame = { isSynthetic: false, timeZone: 'Europe/London' };
const render = (name: string) => {
  const view = campaignCancelCard.samples[name];
  if (!view) throw new Error('no such sample');
  return campaignCancelCard.render(view, frame);
};

it('names who has it, who would not get it, and that answering goes on', () => {
  const words = wordsIn(render('while it is being sent')).join('\n');
  expect(words).toContain('1,240 people have it already and keep it.');
  expect(words).toContain('3,335 people would not get it.');
  expect(words).toContain('No reminder goes out any more.');
  expect(words).toMatch(/can still answer until Tuesday 8 December/);
});

it('asks once, and of what was sent speaks of reminders alone', () => {
  const card = render('reminders, not confirmed');
  expect(wordsIn(card)).toContain('No more reminders?');
  expect(wordsIn(card).join()).not.toContain('would not get it');
  expect(actionsOf(card, verbNames.campaignCancel)).toMatchObject([{ data: { act: 'stop' } }]);
  expect(actionsOf(card, verbNames.campaignsShow)).toHaveLength(1);
});
