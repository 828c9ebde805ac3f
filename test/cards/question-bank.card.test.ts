import { pulseQuestionCard } from '../../src/cards/pulse-question.card';
import { questionBankCard } from '../../src/cards/question-bank.card';
import { bankPages, mostItemsOnPage } from '../../src/domain/bank/bank-pages';
import { questionBank, searchBank } from '../../src/domain/bank/question-bank';
import { stageNames } from '../../src/domain/programme/stage-name';
import { actionsOf } from './card-tree';
import { frame, read, sampleOf } from './rendering';

const first = sampleOf(questionBankCard, 'first page');
const turnsOf = (view: typeof first) =>
  actionsOf(questionBankCard.render(view, frame), 'bank-show').map(({ data }) => data);
const bytesOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card), 'utf16le');

test('holds every question once over its pages, each with its id, its answers and how it is scored', () => {
  const pages = bankPages(undefined);
  const words = pages.map((_, index) => read(questionBankCard, { ...first, page: index + 1 }));
  for (const { question } of questionBank) {
    expect(words.filter((page) => page.includes(`${question.id} · `))).toHaveLength(1);
    expect(words.filter((page) => page.includes(question.text)).length).toBeGreaterThan(0);
  }
  expect(words.join('\n')).toContain('Under 30 minutes · 30 minutes to 1 hour');
  expect(words.join('\n')).toContain(
    'For go-live to optimise. Scored: with its twin, one score from 0 to 100.',
  );
});

test('of a stage holds what fits that stage, and stays in it from page to page', () => {
  for (const stage of stageNames) {
    const pages = bankPages(stage);
    expect(pages.flat().flatMap(({ items }) => items)).toEqual(searchBank({ stage }));
    for (const turn of turnsOf({ ...first, stage })) expect(turn).toMatchObject({ stage, page: 2 });
  }
  expect(read(questionBankCard, sampleOf(questionBankCard, 'one stage'))).toContain(
    'The question bank: train',
  );
});

test('is turned forwards and backwards, and no further than its ends', () => {
  const last = bankPages(undefined).length;
  expect(turnsOf(first)).toEqual([{ cardVersion: 1, programmeId: 'larkfield-epr', stage: 'any', page: 2 }]);
  expect(turnsOf({ ...first, page: 2 })).toMatchObject([{ page: 3 }, { page: 1 }]);
  expect(turnsOf({ ...first, page: last + 50 })).toMatchObject([{ page: last - 1 }]);
});

test('no page is too long or too large, whatever the stage', () => {
  for (const stage of [undefined, ...stageNames]) {
    bankPages(stage).forEach((themes, index) => {
      expect(themes.flatMap(({ items }) => items).length).toBeLessThanOrEqual(mostItemsOnPage);
      const view = { ...first, page: index + 1, ...(stage ? { stage } : {}) };
      expect(bytesOf(questionBankCard.render(view, frame))).toBeLessThanOrEqual(28 * 1024);
    });
  }
});

test('every question of the bank is asked on a card as it is worded', () => {
  for (const { question } of questionBank) {
    const view = { ...sampleOf(pulseQuestionCard, 'confidence'), question };
    expect(read(pulseQuestionCard, view)).toContain(question.text);
    expect(bytesOf(pulseQuestionCard.render(view, frame))).toBeLessThanOrEqual(28 * 1024);
  }
});
