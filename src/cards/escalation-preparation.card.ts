/** The lead's card: what is below the floor, and the question and options to send up. */

import { z } from 'zod';
import type { Escalation, EscalationCase } from '../domain/escalation/escalation';
import { troubleOf } from '../domain/escalation/trouble-of';
import type { Instant } from '../domain/instant';
import { type Catalogue, catalogueFor } from '../text/catalogue';
import { escalationChartShape, escalationCharts } from './charts/escalation-charts';
import { evidenceParts, evidenceShape, newestByGroup } from './evidence-parts';
import { plainText } from './plain-text';
import {
  fallingSampleEvidence,
  manySampleEvidence,
  sampleBacklogFact,
  sampleEscalationId,
  sampleEvidence,
} from './sample-escalation';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface EscalationPreparationView {
  readonly programme: ProgrammeSubject;
  readonly escalation: Pick<Escalation, 'escalationId' | 'evidence' | 'facts' | 'leadActsBy'>;
  /** Who will be asked to decide. */
  readonly executiveName: string;
  /** What goes up where the lead writes nothing. */
  readonly standard: Pick<EscalationCase, 'question' | 'options'>;
  readonly notice?: keyof Catalogue['escalations']['preparationNotices'];
  /** What was typed with a tap that was refused, by input id, so that it need not be typed again. */
  readonly typed?: Readonly<Record<string, string>>;
}

const titleMaxLength = 100;
const consequenceMaxLength = 300;
const maxLength = 1000;
const ownOptionNumbers = [1, 2, 3];

const input = z.string();
const schema = z.strictObject({
  programmeId: line,
  escalationId: line,
  heading: line,
  notices: box,
  title: line,
  intro: lines,
  ...evidenceShape,
  ...escalationChartShape,
  questionLabel: line,
  question: input,
  maxLength: z.number(),
  standardOptionsTitle: line,
  standardOptions: z.array(z.strictObject({ title: line, consequence: line })),
  ownOptionsAction: line,
  ownOptionsHint: line,
  ownOptions: z.array(
    z.strictObject({
      titleId: line,
      titleLabel: line,
      title: input,
      titleMaxLength: z.number(),
      consequenceId: line,
      consequenceLabel: line,
      consequence: input,
      consequenceMaxLength: z.number(),
    }),
  ),
  recommendedLabel: line,
  recommendedNone: line,
  recommended: input,
  recommendable: z.array(z.strictObject({ title: line, value: line })),
  recommendationLabel: line,
  recommendation: input,
  costOfWaitingLabel: line,
  costOfWaiting: input,
  send: line,
});

function ownOptions(typed: Readonly<Record<string, string>>, { escalations }: Catalogue) {
  return ownOptionNumbers.map((number) => ({
    titleId: `option${number}Title`,
    titleLabel: escalations.optionTitleLabel(number),
    title: typed[`option${number}Title`] ?? '',
    titleMaxLength,
    consequenceId: `option${number}Consequence`,
    consequenceLabel: escalations.optionConsequenceLabel(number),
    consequence: typed[`option${number}Consequence`] ?? '',
    consequenceMaxLength,
  }));
}

function titleOf(
  { evidence, facts = [] }: EscalationPreparationView['escalation'],
  { escalations, decisions }: Catalogue,
) {
  const groups = newestByGroup(evidence);
  const [fact] = facts;
  return groups.length === 0 && fact
    ? decisions.preparation[fact.kind]
    : escalations.preparationTitle(groups.length, troubleOf(groups));
}

const sample: EscalationPreparationView = {
  programme: sampleProgramme,
  escalation: {
    escalationId: sampleEscalationId,
    evidence: sampleEvidence,
    leadActsBy: '2026-12-11T17:00:00.000Z' as Instant,
  },
  executiveName: 'Amara Cole',
  standard: catalogueFor('Europe/London').escalations.standardCase(
    sampleEvidence.map(({ groupName }) => groupName),
  ),
};

export const escalationPreparationCard = defineCard<EscalationPreparationView, typeof schema>({
  name: 'escalation-preparation',
  schema,
  summarise: ({ programme, escalation: { evidence } }, text) =>
    evidence.length > 0
      ? text.escalations.preparationSummary(programme.name, troubleOf(evidence))
      : text.decisions.preparationSummary(programme.name),
  bind: ({ programme, escalation, executiveName, standard, notice, typed = {} }, text, chartUrl) => {
    const { escalations } = text;
    return {
      programmeId: programme.id,
      escalationId: escalation.escalationId,
      heading: plainText(programme.name),
      notices: asBox([notice && escalations.preparationNotices[notice]]),
      title: titleOf(escalation, text),
      intro: asLines([
        escalations.preparationIntro(plainText(executiveName)),
        escalations.goesUpBy(escalation.leadActsBy),
      ]),
      ...evidenceParts(escalation, text),
      ...escalationCharts(programme.id, escalation, chartUrl, text),
      questionLabel: escalations.questionLabel,
      question: typed.question ?? standard.question,
      maxLength,
      standardOptionsTitle: escalations.standardOptionsTitle,
      standardOptions: standard.options.map(({ title, consequence }, index) => ({
        title: escalations.numbered(index + 1, plainText(title)),
        consequence: plainText(consequence),
      })),
      ownOptionsAction: escalations.ownOptions,
      ownOptionsHint: escalations.ownOptionsHint,
      ownOptions: ownOptions(typed, text),
      recommendedLabel: escalations.recommendedLabel,
      recommendedNone: escalations.recommendedNone,
      recommended: typed.recommendedOption ?? '',
      recommendable: standard.options.map(({ title }, index) => ({
        title: escalations.optionNumber(index + 1, title),
        value: `option${index + 1}`,
      })),
      recommendationLabel: escalations.recommendationLabel,
      recommendation: typed.recommendation ?? '',
      costOfWaitingLabel: escalations.costOfWaitingLabel,
      costOfWaiting: typed.costOfWaiting ?? '',
      send: escalations.send(executiveName),
    };
  },
  samples: {
    'three groups': sample,
    'thirty groups': { ...sample, escalation: { ...sample.escalation, evidence: manySampleEvidence } },
    'low and falling': { ...sample, escalation: { ...sample.escalation, evidence: fallingSampleEvidence } },
    'issues that nobody dealt with': {
      ...sample,
      escalation: { ...sample.escalation, evidence: [], facts: [sampleBacklogFact] },
    },
    'refused, with what was typed': {
      ...sample,
      notice: 'consequence',
      typed: { question: 'Do we delay St Bride’s?', option1Title: 'Delay by four weeks' },
    },
  },
});
