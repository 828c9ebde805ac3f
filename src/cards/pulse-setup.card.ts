/** One step of setting a pulse up in chat: what is filled in there, and ways on, back and to the whole. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import { ownQuestionsIn } from '../domain/pulse/draft-questions';
import type { WaveInTheWay } from '../domain/pulse/missing-in-draft';
import { nameOfLeftOut } from '../domain/pulse/select-audience';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import type { PulseSetupNotice } from '../text/en/pulse-setup';
import { choiceField, formShape } from './form-shape';
import { plainText } from './plain-text';
import type { PulseField, PulseSetupState } from './pulse-field';
import { pulseFieldsOf } from './pulse-setup-fields';
import { pulseOverview, pulseStepBefore, stepsOnTheWay } from './pulse-steps';
import { sampleCounted, sampleDraft, sampleEmptyDraft, sampleSetupProgramme } from './sample-pulse-draft';
import { asBox, asLines, box, line, lines } from './subject';
import { defineCard } from './template';

export interface PulseSetupView extends PulseSetupState {
  readonly notice?: PulseSetupNotice;
  /** What was taken out of the words that were just saved. */
  readonly masked?: readonly MaskedKind[];
  /** An open or planned wave that asks one of the questions. */
  readonly inTheWay?: WaveInTheWay;
}

const schema = z.strictObject({
  programmeId: line,
  pulseId: line,
  revision: z.number(),
  step: line,
  notices: box,
  heading: line,
  title: line,
  intro: lines,
  fields: z.array(z.strictObject({ ...formShape, radio: choiceField })),
  actions: z.array(z.strictObject({ title: line, style: line, act: line })),
});

const sample = { programme: sampleSetupProgramme, stage: 'train', theme: 'suggested' } as const;

export const pulseSetupCard = defineCard<PulseSetupView, typeof schema>({
  name: 'pulse-setup',
  schema,
  summarise: (_view, text) => text.pulseSetup.summary,
  bind: (view, text) => {
    const { programme, pulse, step, notice, masked = [], inTheWay } = view;
    const { pulseSetup } = text;
    const { title } = pulse.definition;
    const isBeside = step === 'own' || step === 'leaveOut';
    const onTheWay = stepsOnTheWay(pulse.definition);
    return {
      programmeId: programme.id,
      pulseId: pulse.pulseId,
      revision: pulse.revision,
      step,
      notices: asBox([
        notice && pulseSetup.notices[notice],
        masked.length > 0 ? text.privacy.masked(masked) : undefined,
        inTheWay && pulseSetup.askedAlready({ ...inTheWay, title: plainText(inTheWay.title) }),
      ]),
      heading: plainText(
        [
          programme.name,
          title,
          isBeside ? '' : pulseSetup.stepOf(onTheWay.indexOf(step) + 1, onTheWay.length + 1),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      title: pulseSetup.steps[step],
      intro: asLines(introOf(view, text)),
      fields: pulseFieldsOf(view, text).map((field) => boundField(field, text)),
      actions: actionsOf(view, text),
    };
  },
  samples: {
    'the first step': { ...sample, pulse: sampleEmptyDraft, step: 'questions' },
    'another theme, after something was masked': {
      ...sample,
      pulse: sampleDraft,
      step: 'questions',
      theme: 'training',
      masked: ['phoneNumber'],
    },
    'own words': { ...sample, pulse: sampleDraft, step: 'own' },
    'the audience, with its headcount': {
      ...sample,
      pulse: sampleDraft,
      step: 'audience',
      counted: sampleCounted,
      inTheWay: { title: 'Ready for go-live 3', closesAt: '2026-12-01T10:00:00.000Z' as Instant },
    },
    'left out without a reason': {
      ...sample,
      pulse: sampleDraft,
      step: 'leaveOut',
      counted: sampleCounted,
      notice: 'whyNeeded',
      typed: { outSiteGroup: 'community' },
    },
    when: { ...sample, pulse: sampleDraft, step: 'when', counted: sampleCounted },
    'on a day': {
      ...sample,
      pulse: {
        ...sampleDraft,
        definition: { ...sampleDraft.definition, schedule: { kind: 'once', on: 'go-live', at: '07:15' } },
      },
      step: 'day',
      notice: 'dayNeeded',
    },
    'again and again, changed meanwhile': {
      ...sample,
      pulse: sampleDraft,
      step: 'repeat',
      notice: 'outOfDate',
      typed: { everyWeeks: '4' },
    },
  },
});

function introOf({ programme, pulse, step, counted }: PulseSetupView, { pulseSetup }: Catalogue) {
  const { questions, audience } = pulse.definition;
  const own = ownQuestionsIn(questions, programme);
  const asked = counted && pulseSetup.askedOf(counted.asked, counted.people);
  switch (step) {
    case 'questions':
      return [
        pulse.revision === 0 ? pulseSetup.savedEachStep : pulseSetup.soFar(questions.length),
        pulseSetup.threeAreUsual,
        own.length > 0 ? pulseSetup.ownSoFar(own.map(({ text }) => plainText(text))) : undefined,
      ];
    case 'own':
      return [pulseSetup.ownIntro];
    case 'audience':
      return [
        asked,
        pulseSetup.audienceIntro,
        audience.kind === 'random' ? pulseSetup.seed(plainText(audience.seed)) : undefined,
        ...leftOutOf(audience, programme, pulseSetup),
      ];
    case 'leaveOut':
      return [asked, pulseSetup.leaveOutIntro];
    default:
      return [asked, pulseSetup.whenIntro];
  }
}

function leftOutOf(
  audience: PulseSetupView['pulse']['definition']['audience'],
  programme: PulseSetupView['programme'],
  { leftOutLine }: Catalogue['pulseSetup'],
): readonly string[] {
  const leftOut = audience.kind === 'list' ? [] : (audience.leaveOut ?? []);
  return leftOut.map((entry) =>
    leftOutLine(plainText(nameOfLeftOut(entry, programme)), plainText(entry.why)),
  );
}

function actionsOf({ pulse, step }: PulseSetupView, { pulseSetup }: Catalogue) {
  const beside = {
    questions: [
      { title: pulseSetup.showThese, act: 'stay' },
      { title: pulseSetup.writeOwn, act: 'own' },
    ],
    audience: [
      { title: pulseSetup.count, act: 'stay' },
      { title: pulseSetup.leaveOut, act: 'leaveOut' },
    ],
    leaveOut: [{ title: pulseSetup.leaveOutMore, act: 'stay' }],
    own: [],
    when: [],
    day: [],
    repeat: [],
  }[step];
  return [
    { title: pulseSetup.next, act: 'next' },
    ...beside,
    ...(pulseStepBefore(pulse.definition, step) ? [{ title: pulseSetup.back, act: 'back' }] : []),
    { title: pulseSetup.overview, act: pulseOverview },
  ].map((action) => ({ ...action, style: action.act === 'next' ? 'positive' : 'default' }));
}

function boundField(
  { id, label, value, as, choices: offered = [], maxLength = 0 }: PulseField,
  { pulseSetup }: Catalogue,
) {
  const common = { id, label, value };
  const options = offered.map((one) => ({ title: one.title || one.value, value: one.value }));
  const longest = Math.max(maxLength, value.length);
  return {
    short: as === 'short' ? [{ ...common, maxLength: longest }] : [],
    long: as === 'long' ? [{ ...common, maxLength: longest }] : [],
    one: as === 'one' ? [{ ...common, choices: options, choose: pulseSetup.choose }] : [],
    radio: as === 'radio' ? [{ ...common, choices: options }] : [],
    many: as === 'many' ? [{ ...common, choices: options }] : [],
    day: as === 'day' ? [common] : [],
  };
}
