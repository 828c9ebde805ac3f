import { issueTriageCard } from '../../src/cards/issue-triage.card';
import { triageLimits } from '../../src/cards/triage-forms';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const view = sampleOf(issueTriageCard, 'nobody has dealt with it');
const titles = (name: string) =>
  elementsIn(issueTriageCard.render(sampleOf(issueTriageCard, name), frame))
    .filter(({ type }) => type === 'Action.ShowCard')
    .map(({ title }) => title);

test('offers six things to do, and what the issue was like when its reader saw it', () => {
  expect(titles('nobody has dealt with it')).toEqual([
    'Fix it',
    'Ask the raiser',
    'Merge',
    'Escalate',
    'Title, go-live',
    'Not now',
  ]);
  const [act] = actionsOf(issueTriageCard.render(view, frame), 'issue-triage-not-now');
  expect(act?.data).toEqual({
    cardVersion: 1,
    programmeId: 'larkfield-epr',
    issueId: view.issue.issueId,
    revision: 0,
  });
});

test('leaves to the executive what has gone up, and nothing to do about what was merged', () => {
  expect(titles('gone up')).toEqual(['Ask the raiser', 'Title, go-live']);
  expect(titles('merged')).toEqual([]);
});

test('hides a name that is hidden, and names the site group of a small site', () => {
  expect(read(issueTriageCard, view)).toContain('Name hidden');
  const named = read(issueTriageCard, sampleOf(issueTriageCard, 'old, a hazard, with a name'));
  expect(named).toContain('Nadia Nurse');
  expect(named).toContain('Community north (the site is too small to name)');
  expect(named).toContain('Waiting for you for 9 working days: older than the 5 working days promised.');
  expect(named).toContain('More than 10 others');
});

test('gives back what was typed when it was refused', () => {
  const refused = issueTriageCard.render(sampleOf(issueTriageCard, 'refused, with what was typed'), frame);
  const values = Object.fromEntries(elementsIn(refused).map(({ id, value }) => [id, value]));
  expect(values).toMatchObject({
    fixOwnerName: 'oko',
    fixWords: 'A second cupboard with laptops',
    fixDueOn: '2026-12-11',
  });
});

test('keeps the latest of what was said where not all of it fits', () => {
  const words = read(issueTriageCard, sampleOf(issueTriageCard, 'asked and answered, planned, came back'));
  expect(words).toContain('It came back on Monday 7 December 2026: it did not help.');
  expect(words).toContain('Omar Okoye fixes it by Friday 11 December 2026, which is over.');
  expect(words).toContain('Change the plan');
});

test('says whose words they are by their part alone, and how many it helped by level alone', () => {
  const entries = [{ from: 'person' as const, text: 'Weekends', on: view.issue.raisedOn }];
  const words = read(issueTriageCard, {
    ...view,
    spoken: [
      { part: 'raiser', entries },
      { part: 'supporter', entries },
    ],
    helped: { yes: 'moreThanTen', no: 'aFewOthers' },
  });
  expect(words).toContain('The raiser, ');
  expect(words).toContain('Somebody who added their voice, ');
  expect(words).toContain('Yes: more than 10. No: a few.');
});

test('stays small enough with the longest words that its forms take, given back, under the longest issue', () => {
  const long = sampleOf(issueTriageCard, 'asked and answered, planned, came back');
  const words = (length: number) => '“é” '.repeat(length).slice(0, length);
  const options = [1, 2, 3, 4].flatMap((number) => [
    [`upOption${number}Title`, words(triageLimits.option)],
    [`upOption${number}Consequence`, words(triageLimits.consequence)],
  ]);
  const typed = {
    ...Object.fromEntries(options),
    upQuestion: words(triageLimits.case),
    upRecommendation: words(triageLimits.case),
    upCost: words(triageLimits.case),
  };
  const issue = { ...long.issue, status: 'untriaged' as const, text: words(2_500) };
  const mergeable = Array.from({ length: 15 }, (_, index) => ({
    issueId: `i${index}` as never,
    category: 'training' as const,
    title: words(60),
  }));
  const json = JSON.stringify(
    issueTriageCard.render({ ...long, issue, typed, mergeable, notice: 'consequence' }, frame),
  );
  expect(Buffer.byteLength(json, 'utf8')).toBeLessThanOrEqual(28 * 1024);
  expect(Buffer.byteLength(json, 'utf16le')).toBeLessThanOrEqual(40 * 1024);
  expect(json).toContain(words(triageLimits.case));
});
