/** The question bank for the lead: what a pulse may ask, theme by theme, a page at a time. */

import { z } from 'zod';
import { bankPages } from '../domain/bank/bank-pages';
import type { StageName } from '../domain/programme/stage-name';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface QuestionBankView {
  readonly programme: ProgrammeSubject;
  /** Absent: the questions of every stage. */
  readonly stage?: StageName;
  /** From 1; a page further on than the last is the last. */
  readonly page: number;
}

/** What buttons carry where no stage was named. */
export const anyStage = 'any';

const schema = z.strictObject({
  programmeId: line,
  stage: line,
  heading: line,
  title: line,
  guide: lines,
  themes: z.array(
    z.strictObject({
      name: line,
      items: z.array(z.strictObject({ question: line, idAndKind: line, choices: lines, scored: line })),
    }),
  ),
  progress: line,
  pageTurns: z.array(
    z.strictObject({ turns: z.array(z.strictObject({ title: line, page: z.number().int().min(1) })) }),
  ),
  smallPrint: lines,
});

export const questionBankCard = defineCard<QuestionBankView, typeof schema>({
  name: 'question-bank',
  schema,
  summarise: (_view, text) => text.bank.summary,
  bind: ({ programme, stage, page }, { bank }) => {
    const pages = bankPages(stage);
    const number = Math.min(page, pages.length);
    const turns = [
      ...(number < pages.length ? [{ title: bank.next, page: number + 1 }] : []),
      ...(number > 1 ? [{ title: bank.back, page: number - 1 }] : []),
    ];
    return {
      programmeId: programme.id,
      stage: stage ?? anyStage,
      heading: plainText(programme.name),
      title: bank.title(stage),
      guide: asLines(number === 1 ? [bank.guide, bank.confidenceFirst] : []),
      themes: (pages[number - 1] ?? []).map(({ theme, items }) => ({
        name: bank.themes[theme],
        items: items.map(({ question, stages, scoring }) => ({
          question: question.text,
          idAndKind: bank.idAndKind(question.id, bank.kinds[question.kind]),
          choices: asLines(
            question.kind === 'choice' ? [bank.choices(question.choices.map((choice) => choice.text))] : [],
          ),
          scored: bank.stagesAndScoring(bank.stages(stages), bank.scoring[scoring]),
        })),
      })),
      progress: bank.page(number, pages.length),
      pageTurns: turns.length === 0 ? [] : [{ turns }],
      smallPrint: asLines(stage === undefined ? [bank.oneStage] : []),
    };
  },
  samples: {
    'first page': { programme: sampleProgramme, page: 1 },
    'second page': { programme: sampleProgramme, page: 2 },
    'one stage': { programme: sampleProgramme, stage: 'train', page: 1 },
    'last page of a stage': { programme: sampleProgramme, stage: 'discover', page: 99 },
  },
});
