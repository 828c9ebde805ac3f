import { issueUnconfirmedCard } from '../../src/cards/issue-unconfirmed.card';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

test('gives back what was typed, to be read and with the button that shows the issue again', () => {
  const view = sampleOf(issueUnconfirmedCard, 'triage');
  expect(read(issueUnconfirmedCard, view)).toContain('A second cupboard with laptops');
  const [again] = actionsOf(issueUnconfirmedCard.render(view, frame), 'issue-triage-show');
  expect(again?.data).toMatchObject({ kept: view.kept });
  const fix = issueUnconfirmedCard.render(sampleOf(issueUnconfirmedCard, 'fix'), frame);
  expect(actionsOf(fix, 'card-refresh')[0]?.data).toMatchObject({ card: 'fix' });
});
