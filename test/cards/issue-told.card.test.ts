import { issueToldCard } from '../../src/cards/issue-told.card';
import { elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const helped = sampleOf(issueToldCard, 'fixed, did it help?');
const verbsOf = (view: typeof helped) =>
  elementsIn(issueToldCard.render(view, frame)).flatMap(({ verb }) =>
    typeof verb === 'string' ? [verb] : [],
  );

test('says what was done, by whom in which role, and asks whether it helped', () => {
  const words = read(issueToldCard, helped);
  expect(words).toContain('You raised this:');
  expect(words).toContain('You said, we did');
  expect(words).toContain('Six more laptops are on the ward');
  expect(words).toContain('Lena Lead, programme lead, on Friday 4 December 2026.');
  expect(words).toContain('Did it help?');
  expect(verbsOf(helped)).toEqual(['issue-helped', 'issue-helped']);
});

test('answers also when it is no, to those who added their voice', () => {
  const words = read(issueToldCard, sampleOf(issueToldCard, 'we can’t, because'));
  expect(words).toContain('You added your voice to this:');
  expect(words).toContain('You said, we can’t, because');
  expect(words).toContain('Amara Cole, Senior Responsible Owner');
});

test('never shows the raiser’s words to anybody else', () => {
  const { issue } = helped;
  const supporter = { ...helped, concern: { ...helped.concern, part: 'supporter' as const } };
  expect(read(issueToldCard, helped)).toContain(issue.text);
  expect(read(issueToldCard, supporter)).not.toContain('laptop for the whole bay');
  const merged = sampleOf(issueToldCard, 'merged');
  const untitled = { ...merged, goesOnIn: { ...issue, text: 'Somebody else’s words' } };
  expect(read(issueToldCard, untitled)).not.toContain('Somebody else’s words');
});

test('asks nothing of what was put off or is being fixed, and says until when', () => {
  for (const [name, until] of [
    ['put off', 'It is looked at again on Monday 11 January 2027.'],
    ['fix planned', 'Omar Okoye looks after it, until Friday 11 December 2026.'],
  ] as const) {
    const view = sampleOf(issueToldCard, name);
    expect(read(issueToldCard, view)).toContain(until);
    expect(verbsOf(view)).toEqual(['issue-add-words']);
  }
});

test('says of an issue that came back that it is open, not what was answered before', () => {
  const words = read(issueToldCard, sampleOf(issueToldCard, 'open again'));
  expect(words).toContain('It is open again since 7 Dec 2026');
  expect(words).not.toContain('You said, we did');
});

test('the line that announces it does not say who raised anything', () => {
  const summary = issueToldCard.summary(helped, frame);
  expect(summary).toBe('Larkfield EPR: news from the programme');
});

test('says how long it is known whom it concerns', () => {
  expect(read(issueToldCard, helped)).toContain(
    'erased 14 days after it is closed (in backups, 7 days later). This card stays in Microsoft 365.',
  );
});
