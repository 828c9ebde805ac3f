import { escalationDecisionCard } from '../../src/cards/escalation-decision.card';
import { actionsOf, elementsIn } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const view = sampleOf(escalationDecisionCard, 'prepared by the lead');
const card = escalationDecisionCard.render(view, frame);
const inputs = elementsIn(card).filter(({ type }) => String(type).startsWith('Input.'));

test('shows the question, the deadline, the evidence with its uncertainty and since when', () => {
  const words = read(escalationDecisionCard, view);
  expect(words).toContain('Do we start at St Bride’s on 18 January');
  expect(words).toContain('Please decide by 17:00 on Wednesday 16 December.');
  expect(words).toContain('38 in 100 are confident (likely between 30 and 47 in 100)');
  expect(words).toContain('121 of 270 gave a view. Below the floor of 60 since 15 September 2026.');
  expect(words).toContain('At most 20 in 100 are confident');
});

test('shows the recommendation, the cost of waiting and each option with its consequence', () => {
  const words = read(escalationDecisionCard, view);
  expect(words).toContain('Recommended: Delay St Bride’s by four weeks.');
  expect(words).toContain('Rotas for January are fixed on Friday.');
  expect(words).toContain('Two records side by side until 15 February.');
  expect(words.indexOf('Rotas for January')).toBeGreaterThan(words.indexOf('What each choice means'));
});

test('is decided in the card: approve, reject, defer to a day or delegate to a person', () => {
  expect(actionsOf(card, 'escalation-decide').map(({ data }) => (data as { kind: string }).kind)).toEqual([
    'approve',
    'reject',
    'defer',
  ]);
  expect(actionsOf(card, 'escalation-delegate')).toHaveLength(1);
  expect(inputs.map(({ id }) => id)).toEqual([
    'optionId',
    'rationale',
    'reviewOn',
    'deferUntil',
    'delegateTo',
    'moreWords',
  ]);
});

test('starts from the option recommended; a reason is asked for by the answer, so that no other button waits for it', () => {
  expect(inputs.find(({ id }) => id === 'rationale')).not.toHaveProperty('isRequired');
  expect(inputs.find(({ id }) => id === 'optionId')).toMatchObject({ value: 'option2' });
});

test('offers no delegation where there is nobody to delegate to', () => {
  const alone = sampleOf(escalationDecisionCard, 'came up by itself, thirty groups');
  expect(actionsOf(escalationDecisionCard.render(alone, frame), 'escalation-delegate')).toEqual([]);
});

test('shows the lowest six of many groups, and the others behind one button', () => {
  const many = read(
    escalationDecisionCard,
    sampleOf(escalationDecisionCard, 'came up by itself, thirty groups'),
  );
  expect(many).toContain('Show 24 more groups');
});

test('says who passed it on and why, and gives back what was typed', () => {
  const passed = sampleOf(escalationDecisionCard, 'delegated, and no reason given yet');
  expect(read(escalationDecisionCard, passed)).toContain('Passed to you by Amara Cole: You run the wards');
  const typed = { ...passed, typed: { rationale: 'Too early.', optionId: 'option1' } };
  const again = elementsIn(escalationDecisionCard.render(typed, frame));
  expect(again).toContainEqual(expect.objectContaining({ id: 'rationale', value: 'Too early.' }));
  expect(again).toContainEqual(expect.objectContaining({ id: 'optionId', value: 'option1' }));
});

test('shows a falling group by its usual range, and why answers may not stand for their group', () => {
  const words = read(escalationDecisionCard, sampleOf(escalationDecisionCard, 'low and falling'));
  expect(words).toContain(
    'Falling by more than chance: below its usual range. Usual: 41 to 59 in 100, average 50, over 13 waves.',
  );
  expect(words).toContain('2,000 of 5,077 gave a view. Not clearly below the floor of 60.');
  expect(words).toContain('Not representative: only about 20% answered.');
  expect(words).toContain('Falling is judged by the rules of NHS England’s Making Data Count.');
});

test('says where it stands on its way up, who is next and who has seen it', () => {
  const words = read(escalationDecisionCard, view);
  expect(words).toContain('Step 1 of 4.');
  expect(words).toContain('the next step is asked as well: deputy Senior Responsible Owner.');
  expect(words).toContain('If nobody has looked at it by 12:30 on Thursday 10 December');
  expect(actionsOf(card, 'escalation-acknowledge')).toHaveLength(1);
  const seen = sampleOf(escalationDecisionCard, 'an issue, with advice and a question');
  expect(read(escalationDecisionCard, seen)).toContain('Seen by Ruth Abara on Thursday 10 December.');
  expect(actionsOf(escalationDecisionCard.render(seen, frame), 'escalation-acknowledge')).toEqual([]);
});

test('shows an issue without a word that points to a person, the advice, and what was asked and answered', () => {
  const words = read(
    escalationDecisionCard,
    sampleOf(escalationDecisionCard, 'an issue, with advice and a question'),
  );
  for (const part of [
    'The drug round takes twice as long on the new trolleys',
    'More than 10 others say the same.',
    'Raised at St Bride’s Hospital on Friday 20 November 2026.',
    'Neil Okafor, executive sponsor, on Thursday 10 December: The board would rather wait',
    'Tom Whitfield answered on Wednesday 9 December: Eleven of fourteen',
    'Not answered yet. The deadline stays as it is.',
  ])
    expect(words).toContain(part);
  expect(words).not.toContain('The ranges cover chance');
});

test('shows old issues by number and kind, and a gate by what is not met', () => {
  expect(
    read(escalationDecisionCard, sampleOf(escalationDecisionCard, 'issues that nobody dealt with')),
  ).toContain('23 issues older than 5 working days with nobody dealing with them');
  expect(
    read(escalationDecisionCard, sampleOf(escalationDecisionCard, 'a gate that nobody decided')),
  ).toContain('Not met: Training: St Bride’s Hospital');
});

test('decides again without asking or passing on, naming what it replaces', () => {
  const again = sampleOf(escalationDecisionCard, 'decided again');
  expect(read(escalationDecisionCard, again)).toContain(
    'This takes the place of: Approved: Delay St Bride’s by four weeks.',
  );
  const rendered = escalationDecisionCard.render(again, frame);
  for (const { data } of actionsOf(rendered, 'escalation-decide'))
    expect(data).toMatchObject({ supersedes: again.standing?.decisionId });
  for (const verb of ['escalation-delegate', 'escalation-ask-more', 'escalation-acknowledge'])
    expect(actionsOf(rendered, verb)).toEqual([]);
});

test('carries how much had been said, so that nothing said since goes unread', () => {
  const said = sampleOf(escalationDecisionCard, 'an issue, with advice and a question');
  for (const { data } of actionsOf(escalationDecisionCard.render(said, frame), 'escalation-decide'))
    expect(data).toMatchObject({ seen: 2 });
});
