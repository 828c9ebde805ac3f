/** What a pulse set up in chat is made of, step by step, and what stands in the way of confirming it. */

import fc from 'fast-check';
import { suggestedQuestions } from '../../../src/domain/bank/suggested-questions';
import {
  confidenceQuestions,
  stageToAskIn,
  usualFirstQuestion,
} from '../../../src/domain/bank/usual-first-question';
import { asId, type PulseId } from '../../../src/domain/ids';
import type { Day, Instant } from '../../../src/domain/instant';
import { stageNames } from '../../../src/domain/programme/stage-name';
import {
  changeDraft,
  leftOutKey,
  newDefinition,
  type PulseChange,
} from '../../../src/domain/pulse/change-draft';
import { missingInDraft, stepOfMissing } from '../../../src/domain/pulse/missing-in-draft';
import type { PulseDefinition } from '../../../src/domain/pulse/question';
import { aProgramme } from '../../support/samples';

const programme = aProgramme();
const now = '2026-11-23T09:00:00.000Z' as Instant;
const terms = { programme, today: '2026-11-23' as Day, random: '7d1f02ac' };
const empty = newDefinition(asId<PulseId>('pulse-7d1f02ac'), 'Ready?', usualFirstQuestion('train'));
const made = (...changes: readonly PulseChange[]) =>
  changes.reduce<PulseDefinition>((draft, change) => changeDraft(draft, change, terms), empty);
const picked = (more: readonly string[]): PulseChange => ({
  ...{ step: 'questions', title: 'Ready?', first: 'safe-first-day', more },
});
const own = (...texts: readonly string[]): PulseChange => ({
  step: 'own',
  questions: texts.map((text) => ({ kind: 'agreement', text })),
});
const idsOf = ({ questions }: PulseDefinition) => questions.map(({ id }) => id as string);

describe('the questions', () => {
  test('begin with a question of confidence that fits the stage, also before the first stage', () => {
    for (const stage of stageNames) {
      expect(usualFirstQuestion(stage).kind).toBe('confidence');
      expect(suggestedQuestions(stage).length).toBeGreaterThan(1);
      expect(confidenceQuestions(stage)[0]).toBe(usualFirstQuestion(stage));
    }
    expect(stageToAskIn(programme, '2026-11-23' as Day)).toBe('go-live');
    expect(stageToAskIn({ stages: [] }, '2026-11-23' as Day)).toBe('discover');
  });

  test('keep their order: the first, those picked, the lead’s own', () => {
    const draft = made(own('There is cover at night.'), picked(['more-confident', 'training']));
    expect(idsOf(draft)).toEqual([
      ...['safe-first-day', 'more-confident', 'training', 'there-is-cover-at-night-7d1f02ac1'],
    ]);
    const swapped = changeDraft(draft, picked(['training', 'more-confident', 'nobody-knows-it']), terms);
    expect(idsOf(swapped)).toEqual(idsOf(draft));
  });

  test('worded as one of the bank or of the programme’s file are that question, so that figures join up', () => {
    const draft = made(own('  what would make you MORE confident', 'I have had the training I need.'));
    expect(idsOf(draft)).toEqual(['safe-first-day', 'more-confident', 'training']);
    expect(draft.questions[1]).toMatchObject({ kind: 'text' });
  });

  test('in own words keep their id while they are worded alike, and get another when they are not', () => {
    const draft = made(own('There is cover at night.'));
    const again = changeDraft(draft, own('There is cover at night.'), { ...terms, random: 'other' });
    expect(again).toEqual(draft);
    const reworded = changeDraft(draft, own('There is cover by day.'), { ...terms, random: 'other' });
    expect(idsOf(reworded)[1]).toBe('there-is-cover-by-day-other1');
    expect(idsOf(changeDraft(draft, own(), terms))).toEqual(['safe-first-day']);
    expect(idsOf(made(own('夜勤はどうですか')))[1]).toBe('7d1f02ac1');
  });
});

describe('the audience', () => {
  const audience = (share: number): PulseChange => ({
    ...{ step: 'audience', siteGroups: ['acute'], staffFamilies: [], share },
  });
  const leftOut = { staffFamilies: ['medical'], why: 'They rotate.' };

  test('keeps the seed once it is drawn, and who is left out', () => {
    const draft = made(audience(0.5), { step: 'leaveOut', kept: [], added: leftOut });
    const other = changeDraft(draft, audience(0.25), { ...terms, random: 'other' });
    expect(other.audience).toEqual({
      ...{ kind: 'random', share: 0.25, seed: '7d1f02ac' },
      ...{ only: { siteGroups: ['acute'] }, leaveOut: [leftOut] },
    });
    expect(changeDraft(other, audience(1), terms).audience).not.toHaveProperty('seed');
  });

  test('leaves each group out once, by the latest reason, until it is unticked', () => {
    const draft = made(
      { step: 'leaveOut', kept: [], added: leftOut },
      { step: 'leaveOut', kept: ['|medical|'], added: { ...leftOut, why: 'They are away.' } },
    );
    expect(draft.audience).toMatchObject({ leaveOut: [{ why: 'They are away.' }] });
    expect(changeDraft(draft, { step: 'leaveOut', kept: [] }, terms).audience).toEqual({ kind: 'everyone' });
    const added = { cohorts: ['Phase 2, north + south'], why: 'Trained later.' };
    const phase = made({ step: 'leaveOut', kept: [], added });
    // As a card's list of several brings them back.
    const kept = leftOutKey(added).split(',');
    expect(changeDraft(phase, { step: 'leaveOut', kept }, terms)).toEqual(phase);
  });
});

describe('the time', () => {
  test('is tomorrow, or every second week from then on, until it is changed; and now has none', () => {
    const when = (kind: 'now' | 'once' | 'weekly'): PulseChange => ({
      ...{ step: 'when', when: kind, openForDays: 5 },
    });
    expect(made(when('once')).schedule).toEqual({ kind: 'once', on: '2026-11-24', at: '10:00' });
    const day: PulseChange = { step: 'day', on: '2026-12-01' as Day, at: '14:30' };
    expect(made(when('once'), day, when('once')).schedule).toMatchObject({ on: '2026-12-01' });
    expect(made(when('weekly')).schedule).toMatchObject({ everyWeeks: 2, weekday: 2, from: '2026-11-24' });
    expect(made(when('once'), when('now'))).not.toHaveProperty('schedule');
    expect(made(when('once'), when('now')).openForDays).toBe(5);
  });
});

test('any change made a second time changes nothing', () => {
  const group = fc.constantFrom('acute', 'community');
  const change: fc.Arbitrary<PulseChange> = fc.oneof(
    fc.subarray(['more-confident', 'training', 'words', 'time-saved']).map(picked),
    fc
      .array(fc.constantFrom('Is it quick?', 'Is it safe?', 'I have had the training I need'), {
        maxLength: 2,
      })
      .map((texts) => own(...texts)),
    fc.record({
      step: fc.constant('audience' as const),
      siteGroups: fc.uniqueArray(group),
      staffFamilies: fc.constant([]),
      share: fc.constantFrom(1, 0.5),
    }),
    fc.record({
      step: fc.constant('leaveOut' as const),
      kept: fc.subarray(['acute||', 'community||']),
      added: fc.record({ siteGroups: group.map((one) => [one]), why: fc.constantFrom('a', 'b') }),
    }),
    fc.record({
      step: fc.constant('when' as const),
      when: fc.constantFrom('now' as const, 'once' as const, 'weekly' as const),
      openForDays: fc.constantFrom(3, 14),
    }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), change, (before, last) => {
      const once = made(...before, last);
      expect(changeDraft(once, last, { ...terms, random: 'again' })).toEqual(once);
    }),
    { numRuns: 200 },
  );
});

describe('what is in the way', () => {
  const facts = { programme, asked: 40, writtenTo: 38, now };
  const partsOf = (draft: PulseDefinition, more: object = {}) =>
    missingInDraft(draft, { ...facts, ...more }).map(({ part }) => part);

  test('is nothing for a draft as it begins, with its title', () => {
    expect(missingInDraft(empty, facts)).toEqual([]);
  });

  test('is named all at once: title, confidence, too many questions, groups that are gone, nobody to ask', () => {
    const more = suggestedQuestions('train').concat(suggestedQuestions('stabilise'));
    const broken: PulseDefinition = {
      ...empty,
      title: ' ',
      questions: [...more, ...more].slice(0, 10),
      audience: {
        kind: 'everyone',
        only: { siteGroups: ['west'] },
        leaveOut: [{ staffFamilies: ['magic'], why: 'x' }],
      },
    };
    expect(missingInDraft(broken, { ...facts, asked: 0 })).toEqual([
      { part: 'title' },
      { part: 'confidenceFirst' },
      { part: 'tooManyQuestions', count: 10, most: 9 },
      { part: 'unknownGroup', id: 'west', isLeftOut: false },
      { part: 'unknownGroup', id: 'magic', isLeftOut: true },
      { part: 'nobodyToAsk' },
    ]);
  });

  test('is that nobody of those it asks would get a message', () => {
    expect(partsOf(empty, { writtenTo: 0 })).toEqual(['nobodyWrittenTo']);
  });

  test('is an open wave that asks the same, and a time without a run to come', () => {
    const inTheWay = { title: 'Ready 1', closesAt: '2026-12-01T10:00:00.000Z' as Instant };
    expect(missingInDraft(empty, { ...facts, inTheWay })).toEqual([{ part: 'askedAlready', ...inTheWay }]);
    const past = made(
      { step: 'when', when: 'once', openForDays: 7 },
      { step: 'day', on: '2026-11-23' as Day, at: '08:30' },
    );
    expect(partsOf(past)).toEqual(['noRunToCome']);
    const backwards: PulseDefinition = {
      ...empty,
      schedule: {
        ...{ kind: 'weekly', everyWeeks: 1, weekday: 1, at: '10:00' },
        ...{ from: '2026-12-10' as Day, until: '2026-12-01' as Day },
      },
    };
    expect(missingInDraft(backwards, facts).map((one) => stepOfMissing(one, backwards))).toEqual(['repeat']);
    expect(stepOfMissing({ part: 'noRunToCome' }, past)).toBe('day');
  });
});
