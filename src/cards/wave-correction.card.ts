/** The lead puts the wording of an open wave right: which one, then the words, on the promise that it is the same question. */

import { z } from 'zod';
import { longestWording } from '../domain/pulse/correct-wave';
import type { Question } from '../domain/pulse/question';
import type { Wave } from '../domain/pulse/wave';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import type { CorrectionNotice } from '../text/en/campaigns';
import { plainText } from './plain-text';
import { sampleChoice } from './sample-release';
import {
  asBox,
  asLines,
  box,
  line,
  lines,
  type ProgrammeSubject,
  sampleProgramme,
  sampleWave,
} from './subject';
import { defineCard } from './template';

/** The title of a wave among its questions: no question has this id. */
export const titlePart = '(title)';
export const choiceField = (index: number) => `choice${index}`;

export interface WaveCorrectionView {
  readonly programme: ProgrammeSubject;
  readonly wave: Pick<Wave, 'waveId' | 'title' | 'questions' | 'corrections'>;
  /** The question whose words are in the fields, or `titlePart`; without it they are listed. */
  readonly part?: string;
  /** What was typed, by field: `text` and `choice0` to `choice9`. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly notice?: CorrectionNotice | 'corrected';
  readonly masked?: readonly MaskedKind[];
}

const schema = z.strictObject({
  programmeId: line,
  waveId: line,
  notices: box,
  heading: line,
  title: line,
  paragraphs: lines,
  parts: z.array(z.strictObject({ label: line, words: line, pick: line, part: line })),
  forms: z.array(
    z.strictObject({
      part: line,
      revision: z.number(),
      fields: z.array(
        z.strictObject({ id: line, label: line, value: z.string(), maxLength: z.number(), required: line }),
      ),
      warning: line,
      confirm: line,
      back: line,
    }),
  ),
  leave: z.array(z.strictObject({ title: line, campaignId: z.string() })),
});

type View = WaveCorrectionView;

export const waveCorrectionCard = defineCard<View, typeof schema>({
  name: 'wave-correction',
  schema,
  summarise: (_view, text) => text.campaigns.correctSummary,
  bind: (view, text) => {
    const { programme, wave, part, notice, masked = [] } = view;
    const { campaigns, pulse, privacy } = text;
    const form = part === undefined ? [] : formOf(view, part, text);
    return {
      programmeId: programme.id,
      waveId: wave.waveId,
      notices: asBox([
        notice === 'corrected' ? campaigns.corrected : notice && campaigns.correctionNotices[notice],
        notice === 'corrected' ? campaigns.correctFile : undefined,
        masked.length > 0 ? privacy.masked(masked) : undefined,
      ]),
      heading: pulse.heading(plainText(programme.name), plainText(wave.title)),
      title: campaigns.correctTitle,
      paragraphs: asLines(form.length > 0 ? campaigns.correctMeaning : [campaigns.correctWhich]),
      parts: form.length > 0 ? [] : partsOf(view, text),
      forms: form,
      leave: [{ title: campaigns.backToSent, campaignId: `invite.${wave.waveId}` }],
    };
  },
  samples: {
    'which one': {
      programme: sampleProgramme,
      wave: { ...sampleWave, questions: [sampleChoice] },
      notice: 'corrected',
    },
    'a choice, another question': {
      programme: sampleProgramme,
      wave: { ...sampleWave, questions: [sampleChoice] },
      part: sampleChoice.id,
      typed: { text: 'Do you like your manager?' },
      notice: 'tooDifferent',
    },
    'the title': {
      programme: sampleProgramme,
      wave: { ...sampleWave, questions: [sampleChoice] },
      part: titlePart,
      masked: ['phoneNumber'],
    },
  },
});

function partsOf({ wave }: View, { campaigns }: Catalogue) {
  const { pick } = campaigns;
  return [
    { label: campaigns.waveTitle, words: plainText(wave.title), pick, part: titlePart },
    ...wave.questions.map(({ id, text }, index) => ({
      label: campaigns.question(index + 1),
      words: plainText(text),
      pick,
      part: id,
    })),
  ];
}

function formOf(view: View, part: string, text: Catalogue) {
  const { wave } = view;
  const { campaigns } = text;
  const question = wave.questions.find(({ id }) => id === part);
  if (!question && part !== titlePart) return [];
  return [
    {
      part,
      revision: wave.corrections?.length ?? 0,
      fields: question ? questionFields(question, view, text) : [titleField(view, text)],
      warning: campaigns.correctWarning,
      confirm: campaigns.confirmCorrection,
      back: campaigns.back,
    },
  ];
}

function titleField({ wave, typed }: View, { campaigns }: Catalogue) {
  return field('text', campaigns.titleLabel, typed?.text ?? wave.title, longestWording.title, campaigns);
}

function questionFields(question: Question, { typed = {} }: View, { campaigns }: Catalogue) {
  const choices = question.kind === 'choice' ? question.choices : [];
  return [
    field('text', campaigns.textLabel, typed.text ?? question.text, longestWording.question, campaigns),
    ...choices.map(({ text }, index) => {
      const value = typed[choiceField(index)] ?? text;
      const label = campaigns.choiceLabel(index + 1);
      return field(choiceField(index), label, value, longestWording.choice, campaigns);
    }),
  ];
}

function field(
  id: string,
  label: string,
  value: string,
  longest: number,
  { required }: Catalogue['campaigns'],
) {
  return { id, label, value, maxLength: Math.max(longest, value.length), required };
}
