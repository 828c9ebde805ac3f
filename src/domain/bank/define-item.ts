/** Short forms in which the items of the bank are written down. */

import { asId } from '../ids';
import type { StageName } from '../programme/stage-name';
import type { ChoiceQuestion } from '../pulse/question';
import type { BankItem, Scoring } from './bank-item';
import type { Theme } from './themes';

type Stages = readonly StageName[];

export function confidence(theme: Theme, stages: Stages, id: string, text: string): BankItem {
  return { theme, stages, question: { id: asId(id), kind: 'confidence', text }, scoring: 'shareFavourable' };
}

/** The statement is positive: to agree is favourable. */
export function agreement(theme: Theme, stages: Stages, id: string, text: string): BankItem {
  return { theme, stages, question: { id: asId(id), kind: 'agreement', text }, scoring: 'shareFavourable' };
}

/** From 1 to 7, 7 the most favourable. */
export function sevenPoints(
  theme: Theme,
  stages: Stages,
  id: string,
  text: string,
  scoring: Scoring = 'shareAboveMiddle',
): BankItem {
  return {
    theme,
    stages,
    question: { id: asId(id), kind: 'scale', text, minimum: 1, maximum: 7 },
    scoring,
  };
}

/** `choices`: id and text of each, the best first where they have an order. */
export function choice(
  theme: Theme,
  stages: Stages,
  id: string,
  text: string,
  choices: Readonly<Record<string, string>>,
): BankItem {
  return { theme, stages, question: choiceQuestion(id, text, choices), scoring: 'sharesOfChoices' };
}

/** A choice asked before and after, in the same words. */
export function baseline(
  theme: Theme,
  stages: Stages,
  id: string,
  text: string,
  choices: Readonly<Record<string, string>>,
): BankItem {
  return { theme, stages, question: choiceQuestion(id, text, choices), scoring: 'changeFromBaseline' };
}

export function words(theme: Theme, stages: Stages, id: string, text: string): BankItem {
  return { theme, stages, question: { id: asId(id), kind: 'text', text }, scoring: 'words' };
}

function choiceQuestion(id: string, text: string, choices: Readonly<Record<string, string>>): ChoiceQuestion {
  return {
    id: asId(id),
    kind: 'choice',
    text,
    choices: Object.entries(choices).map(([choiceId, words]) => ({ id: choiceId, text: words })),
  };
}
