/** One question of a pulse on a champion's device, for the colleague beside them. Never shows an answer already given. */

import { z } from 'zod';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { type PulseQuestionView, pulseQuestionCard } from './pulse-question.card';
import { answerParts, answerShape } from './question-parts';
import { asBox, asLines, box, line, lines } from './subject';
import { defineCard } from './template';

export interface AssistQuestionView extends Omit<PulseQuestionView, 'isPreview'> {
  /** Sealed: says nothing to whoever reads the card. */
  readonly sitting: string;
}

const schema = z.strictObject({
  programmeId: line,
  waveId: line,
  sitting: line,
  questionId: line,
  revision: z.number().int().min(0),
  forYou: line,
  whoSees: lines,
  heading: line,
  notices: box,
  progress: line,
  question: line,
  ...answerShape,
  stop: line,
  smallPrint: lines,
});

const samples = Object.entries(pulseQuestionCard.samples).flatMap(([name, { isPreview, ...view }]) =>
  isPreview ? [] : [[name, { ...view, sitting: 's'.repeat(200) }] as const],
);

export const assistQuestionCard = defineCard<AssistQuestionView, typeof schema>({
  name: 'assist-question',
  schema,
  summarise: (_view, { assist }) => assist.questionSummary,
  bind: (
    { programme, wave, question, position, total, revision, sitting, notice, masked = [], typed = '' },
    text: Catalogue,
  ) => {
    const { assist, pulse, privacy } = text;
    return {
      programmeId: programme.id,
      waveId: wave.waveId,
      sitting,
      questionId: question.id,
      revision,
      forYou: assist.questionForYou,
      whoSees: asLines([assist.whoSees, privacy.onlyGroups(wave.minimumGroupSize)]),
      heading: pulse.heading(plainText(programme.name), plainText(wave.title)),
      notices: asBox([
        notice && pulse.questionNotices[notice],
        masked.length > 0 ? privacy.masked(masked) : undefined,
      ]),
      progress: pulse.progress(position, total),
      question: plainText(question.text),
      ...answerParts(question, typed, text),
      stop: assist.stopHere,
      smallPrint: asLines([pulse.openUntil(wave.closesAt)]),
    };
  },
  samples: Object.fromEntries(samples),
});
