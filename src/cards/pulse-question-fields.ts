/** What can be asked: a title, the question of confidence, what the bank has, and a lead's own words. */

import { searchBank } from '../domain/bank/question-bank';
import { suggestedQuestions } from '../domain/bank/suggested-questions';
import { themes } from '../domain/bank/themes';
import { confidenceQuestions } from '../domain/bank/usual-first-question';
import { type StageName, stageNames } from '../domain/programme/stage-name';
import {
  declaredQuestions,
  knownQuestions,
  mostOwnQuestions,
  ownQuestionKinds,
  ownQuestionsIn,
} from '../domain/pulse/draft-questions';
import type { Question } from '../domain/pulse/question';
import type { Catalogue } from '../text/catalogue';
import { type Choice, type OfferedTheme, one, type PulseField, type PulseSetupState } from './pulse-field';

/** A programme with many pulses: what fits on a card. */
const mostDeclared = { first: 5, offered: 20 };

export function questionFields(
  { programme, pulse, stage, theme, typed }: PulseSetupState,
  { bank, pulseSetup }: Catalogue,
): readonly PulseField[] {
  const { labels } = pulseSetup;
  const { title, questions } = pulse.definition;
  const [first, ...more] = questions;
  const known = knownQuestions(programme);
  const declared = declaredQuestions(programme);
  const picked =
    typed?.more === undefined
      ? more.filter(({ id }) => known.has(id))
      : typed.more.split(',').flatMap((id) => known.get(id) ?? []);
  const firsts = unique([
    ...confidenceQuestions(stage),
    ...declared.filter(({ kind }) => kind === 'confidence').slice(0, mostDeclared.first),
    ...(first ? [first] : []),
  ]);
  const offered = unique([...picked, ...offeredIn(theme, stage, declared)]).filter(
    ({ id }) => id !== first?.id,
  );
  const inBank = themes.filter((one) => searchBank({ stage, theme: one }).length > 0);
  return [
    {
      ...{ id: 'title', label: labels.title, as: 'short', maxLength: 100 },
      value: title || (pulse.revision === 0 ? pulseSetup.titleFor(stage) : ''),
    },
    { ...one('first', labels.first, first?.id ?? '', firsts.map(asChoice)), as: 'radio' },
    {
      ...{ id: 'more', label: labels.more, as: 'many' },
      value: picked.map(({ id }) => id).join(','),
      choices: offered.map((question) => ({
        value: question.id,
        title: pulseSetup.asked(question.text, question.kind),
      })),
    },
    one('theme', labels.theme, theme, [
      { value: 'suggested', title: pulseSetup.suggested },
      ...(declared.length > 0 ? [{ value: 'own-pulses', title: pulseSetup.ownPulses }] : []),
      ...inBank.map((value) => ({ value, title: bank.themes[value] })),
    ]),
    one(
      'stage',
      labels.stage,
      stage,
      stageNames.map((value) => ({ value, title: value })),
    ),
  ];
}

function offeredIn(
  theme: OfferedTheme,
  stage: StageName,
  declared: readonly Question[],
): readonly Question[] {
  if (theme === 'suggested') return suggestedQuestions(stage);
  if (theme === 'own-pulses') return declared.slice(0, mostDeclared.offered);
  return searchBank({ stage, theme }).map(({ question }) => question);
}

export function ownFields({ programme, pulse }: PulseSetupState, text: Catalogue): readonly PulseField[] {
  const { labels, ownKinds } = text.pulseSetup;
  const own = ownQuestionsIn(pulse.definition.questions, programme);
  return Array.from({ length: mostOwnQuestions }, (_, index) => index + 1).flatMap((number) => {
    const question = own[number - 1];
    const kinds = ownQuestionKinds.map((value) => ({ value, title: ownKinds[value] }));
    return [
      {
        ...{ id: `own${number}`, label: labels.own(number), as: 'long' as const, maxLength: 300 },
        value: question?.text ?? '',
      },
      one(`ownKind${number}`, labels.ownKind(number), question?.kind ?? 'text', kinds),
    ];
  });
}

function unique(questions: readonly Question[]): readonly Question[] {
  return questions.filter(({ id }, index) => questions.findIndex((one) => one.id === id) === index);
}

const asChoice = ({ id, text }: Question): Choice => ({ value: id, title: text });
