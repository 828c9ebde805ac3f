/** One question of a pulse: one tap, or one input and Save. Never shows an answer already given. */

import { z } from 'zod';
import { asId } from '../domain/ids';
import type { Question } from '../domain/pulse/question';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { answerParts, answerShape } from './question-parts';
import {
  asBox,
  asLines,
  box,
  line,
  lines,
  type ProgrammeSubject,
  sampleProgramme,
  sampleQuestionId,
  sampleWave,
  type WaveSubject,
} from './subject';
import { defineCard } from './template';
import { verbNames } from './verb-names';

export interface PulseQuestionView {
  readonly programme: ProgrammeSubject;
  readonly wave: WaveSubject;
  readonly question: Question;
  /** 1-based. */
  readonly position: number;
  readonly total: number;
  readonly revision: number;
  readonly notice?: keyof Catalogue['pulse']['questionNotices'];
  /** What was taken out of the words that were saved just before. */
  readonly masked?: readonly MaskedKind[];
  /** With `notConfirmed`: the words, so that they need not be typed again. */
  readonly typed?: string;
  /** Shown to whoever sets it up: every button leads on, and nothing is recorded. */
  readonly isPreview?: boolean;
}

const schema = z.strictObject({
  programmeId: line,
  waveId: line,
  verb: line,
  previewOf: z.array(z.strictObject({ title: line, pulseId: line })),
  questionId: line,
  revision: z.number().int().min(0),
  heading: line,
  notices: box,
  progress: line,
  question: line,
  ...answerShape,
  smallPrint: lines,
});

const sample: PulseQuestionView = {
  programme: sampleProgramme,
  wave: sampleWave,
  question: {
    id: sampleQuestionId,
    kind: 'confidence',
    text: 'How confident are you that you could do your job safely on the first day of the new record?',
  },
  position: 1,
  total: 3,
  revision: 0,
};

export const pulseQuestionCard = defineCard<PulseQuestionView, typeof schema>({
  name: 'pulse-question',
  schema,
  isSharedByMany: ({ typed }) => typed === undefined,
  summarise: ({ programme }, text) => text.pulse.questionSummary(programme.name),
  bind: (
    { programme, wave, question, position, total, revision, notice, masked = [], typed = '', isPreview },
    text,
  ) => ({
    programmeId: programme.id,
    waveId: wave.waveId,
    verb: isPreview ? verbNames.pulseTry : verbNames.pulseAnswer,
    previewOf: isPreview ? [{ title: text.pulseSetup.backToSetup, pulseId: wave.waveId }] : [],
    questionId: question.id,
    revision,
    heading: text.pulse.heading(plainText(programme.name), plainText(wave.title)),
    notices: asBox([
      isPreview ? text.pulseSetup.preview : undefined,
      notice && text.pulse.questionNotices[notice],
      masked.length > 0 ? text.privacy.masked(masked) : undefined,
    ]),
    progress: text.pulse.progress(position, total),
    question: plainText(question.text),
    ...answerParts(question, typed, text),
    smallPrint: asLines([
      text.pulse.minimumGroup(wave.minimumGroupSize),
      text.pulse.openUntil(wave.closesAt),
      text.pulse.askPrivacy,
    ]),
  }),
  samples: {
    confidence: sample,
    'agreement, after an old tap': {
      ...sample,
      position: 2,
      revision: 1,
      question: { id: asId('trained'), kind: 'agreement', text: 'I have had the training I need.' },
      notice: 'outOfDate',
    },
    scale: {
      ...sample,
      position: 2,
      revision: 1,
      question: {
        id: asId('support'),
        kind: 'scale',
        minimum: 0,
        maximum: 10,
        text: 'How well supported do you feel by the floorwalkers, from 0 (not at all) to 10 (fully)?',
      },
    },
    'choice, with nothing chosen': {
      ...sample,
      position: 2,
      revision: 1,
      question: {
        id: asId('barrier'),
        kind: 'choice',
        text: 'What would help you most?',
        choices: [
          { id: 'training', text: 'More training time' },
          { id: 'devices', text: 'More devices on the ward' },
          { id: 'login', text: 'Faster log-in' },
          { id: 'support', text: 'Someone to ask on nights' },
        ],
      },
      notice: 'chooseOne',
    },
    'text, as a preview': {
      ...sample,
      position: 3,
      isPreview: true,
      question: { id: asId('words'), kind: 'text', text: 'What gets in your way?' },
    },
    text: {
      ...sample,
      position: 3,
      revision: 2,
      question: { id: asId('words'), kind: 'text', text: 'What gets in your way?' },
    },
    'text, not confirmed': {
      ...sample,
      position: 3,
      revision: 2,
      question: { id: asId('words'), kind: 'text', text: 'What gets in your way?' },
      notice: 'notConfirmed',
      typed: 'There is one laptop for the whole bay.',
    },
    'scale, after words with a telephone number': {
      ...sample,
      position: 2,
      revision: 1,
      question: {
        id: asId('support'),
        kind: 'scale',
        minimum: 1,
        maximum: 7,
        text: 'How well supported do you feel?',
      },
      masked: ['phoneNumber'],
    },
  },
});
