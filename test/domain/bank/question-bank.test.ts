import type { BankItem } from '../../../src/domain/bank/bank-item';
import { findBankItem, questionBank, searchBank } from '../../../src/domain/bank/question-bank';
import { type Theme, themes } from '../../../src/domain/bank/themes';
import { checkProgramme } from '../../../src/domain/programme/check-programme';
import { stageNames } from '../../../src/domain/programme/stage-name';
import { aProgramme, aPulse } from '../../support/samples';

const each = questionBank.map((item) => [item.question.id, item] as const);
const wordsOf = (text: string) => text.split(/\s+/);
/** What a statement asks, without the ends of its scale. */
const askedIn = ({ question: { text, kind } }: BankItem) =>
  kind === 'scale' ? text.replace(/ 1 is .*$/, '') : text;

/** Words of the digital programme, not of the ward. */
const jargon =
  /\b(EPR|interface|workflow|functionality|capabilit|requirement|migrat|stakeholder|governance|integrity|usab|implement|benefit|deploy|end.user|module|configur|optimis|legacy|infrastructure)/i;

describe('the question bank', () => {
  it('has at least thirty items, each with an id of its own', () => {
    expect(questionBank.length).toBeGreaterThanOrEqual(30);
    expect(new Set(questionBank.map(({ question }) => question.id)).size).toBe(questionBank.length);
    expect(new Set(questionBank.map(({ question }) => question.text)).size).toBe(questionBank.length);
  });

  it('speaks of every theme, and at every stage of something to start a pulse with', () => {
    const missing = themes.filter((theme) => searchBank({ theme }).length === 0);
    expect(missing).toEqual([]);
    for (const stage of stageNames) {
      const openers = searchBank({ stage, theme: 'confidence' }).filter(
        ({ question }) => question.kind === 'confidence',
      );
      expect([stage, openers.length > 0, searchBank({ stage }).length >= 10]).toEqual([stage, true, true]);
    }
  });

  it('asks about the past programmes’ failures before go-live, when something can still be done', () => {
    const lessons: readonly Theme[] = themes.slice(-6);
    for (const theme of lessons) {
      const stages = new Set(searchBank({ theme }).flatMap((item) => item.stages));
      expect([
        theme,
        ['discover', 'design', 'build'].some((stage) => stages.has(stage as 'discover')),
      ]).toEqual([theme, true]);
    }
  });

  it('finds an item by its id, and none by another', () => {
    expect(findBankItem('umux-lite-easy')?.theme).toBe('usefulness');
    expect(findBankItem('toString')).toBeUndefined();
  });

  it('is what a programme may ask, as it stands', () => {
    const confidence = questionBank.filter(({ question }) => question.kind === 'confidence');
    const [first] = confidence;
    const others = questionBank.filter((item) => item !== first);
    for (let index = 0; index < others.length; index += 8) {
      const questions = [first, ...others.slice(index, index + 8)].flatMap((item) => item?.question ?? []);
      expect(checkProgramme({ ...aProgramme(), pulses: [{ ...aPulse(), questions }] })).toEqual([]);
    }
  });
});

describe.each(each)('%s', (id, item) => {
  const { question, stages, scoring } = item;

  it('is named and placed as programme files expect', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(id.length).toBeLessThanOrEqual(30);
    expect(stages).toEqual(stageNames.filter((stage) => stages.includes(stage)));
    expect(stages.length).toBeGreaterThan(0);
  });

  it('is read in five seconds: short, in plain words, one idea', () => {
    const asked = askedIn(item);
    expect(wordsOf(asked).length).toBeLessThanOrEqual(16);
    expect(wordsOf(question.text).length).toBeLessThanOrEqual(20);
    expect(question.text).toMatch(/^[A-Z].*[.?]$/);
    expect(question.text).not.toMatch(jargon);
    expect(asked).not.toMatch(/\b(and|or)\b|\//);
    expect(Math.max(...wordsOf(asked).map((word) => word.replace(/\W/g, '').length))).toBeLessThanOrEqual(11);
  });

  it('is favourable where people agree, so that nothing is scored reversed', () => {
    if (question.kind !== 'agreement' && question.kind !== 'confidence') return;
    expect(question.text).not.toMatch(/\b(not|no|never|nobody|nothing|hardly|without|cannot|\w+n’t)\b/i);
    expect(scoring).toBe('shareFavourable');
  });

  it('is scored as its kind can be', () => {
    const possible = {
      confidence: ['shareFavourable'],
      agreement: ['shareFavourable'],
      scale: ['shareAboveMiddle', 'umuxLite'],
      choice: ['sharesOfChoices', 'changeFromBaseline'],
      text: ['words'],
      option: [],
      works: [],
    };
    expect(possible[question.kind]).toContain(scoring);
  });

  it('can be answered: its scale has a middle and names both ends, its choices are few and short', () => {
    if (question.kind === 'scale') {
      expect([question.minimum, question.maximum]).toEqual([1, 7]);
      expect(question.text).toMatch(/1 is .*7/);
    }
    if (question.kind !== 'choice') return;
    expect(question.choices.length).toBeGreaterThanOrEqual(3);
    expect(question.choices.length).toBeLessThanOrEqual(6);
    for (const { id: choiceId, text } of question.choices) {
      expect(choiceId).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(text.length).toBeLessThanOrEqual(30);
    }
  });

  it('has a baseline where it is compared with one: it is asked before go-live and after', () => {
    if (scoring !== 'changeFromBaseline') return;
    expect(stages).toEqual(expect.arrayContaining(['discover', 'train', 'stabilise', 'optimise']));
  });
});
