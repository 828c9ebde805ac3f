/** The words around the question bank: its themes, its kinds of answer, and how each becomes a figure. */

import type { Scoring } from '../../domain/bank/bank-item';
import { stageRuns } from '../../domain/bank/stage-runs';
import type { Theme } from '../../domain/bank/themes';
import { type StageName, stageNames } from '../../domain/programme/stage-name';
import type { QuestionKind } from '../../domain/pulse/question';

const themes: Record<Theme, string> = {
  confidence: 'Confidence',
  usefulness: 'Usefulness and ease',
  workarounds: 'Workarounds',
  time: 'Time saved or lost',
  infrastructure: 'Infrastructure and devices',
  'log-ins': 'Log-ins and access',
  workflow: 'Workflow fit',
  training: 'Training',
  data: 'Data migration and quality',
  reporting: 'Reporting',
  staffing: 'Staffing and capacity',
  interfaces: 'Interfaces',
  safety: 'Safety',
  usability: 'Usability',
  performance: 'Performance',
  adaptability: 'Adaptability',
  dependability: 'Dependability',
  'data-availability': 'Data availability',
  integrity: 'Integrity',
  confidentiality: 'Confidentiality',
  'competing-priorities': 'Competing priorities',
  'legacy-systems': 'Legacy systems',
  'imposed-timelines': 'Imposed timelines',
  'changing-governance': 'Changing governance',
  'drifting-objectives': 'Drifting objectives',
  'lost-learning': 'Lost learning',
};

const kinds: Record<QuestionKind, string> = {
  confidence: 'five points of confidence',
  agreement: 'five points of agreement',
  scale: 'a number on a scale',
  choice: 'one of several',
  option: 'one of the options of a design review',
  works: 'works for us, works with changes, or does not work here',
  text: 'own words',
};

const scoring: Record<Scoring, string> = {
  shareFavourable: 'share who are confident, or who agree',
  shareAboveMiddle: 'share above the middle of the scale',
  sharesOfChoices: 'share of each choice, everyone together',
  changeFromBaseline: 'share of each choice beside the first wave that asked it',
  umuxLite: 'with its twin, one score from 0 to 100',
  words: 'read by a person, never counted',
};

export const bankText = {
  themes,
  kinds,
  scoring,
  /** “every stage”, or “discover, train to optimise”. */
  stages: (stages: readonly StageName[]) => {
    if (stages.length === stageNames.length) return 'every stage';
    return stageRuns(stages)
      .map((run) => (run.length > 2 ? `${run[0]} to ${run.at(-1)}` : run.join(', ')))
      .join(', ');
  },

  summary: 'The question bank',
  title: (stage: StageName | undefined) =>
    stage === undefined ? 'The question bank' : `The question bank: ${stage}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  guide:
    'To ask some of these, send “new pulse”, or write “- bank:” and an id under the questions of a pulse in your programme file.',
  idAndKind: (id: string, kind: string) => `${id} · ${kind}`,
  stagesAndScoring: (stages: string, scored: string) => `For ${stages}. Scored: ${scored}.`,
  choices: (choices: readonly string[]) => choices.join(' · '),
  confidenceFirst: 'A pulse begins with a question of confidence. Three questions are usual.',
  oneStage: 'For one stage, send its name as well: “question bank train”.',
  next: 'Next page',
  back: 'Page before',
};
