/** The executive's card: question, evidence, options, deadline, decided here. */

import { z } from 'zod';
import type { Escalation, EscalationCase } from '../domain/escalation/escalation';
import { asId, type PersonId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { Role } from '../domain/programme/programme';
import { type Catalogue, catalogueFor } from '../text/catalogue';
import { escalationChartShape, escalationCharts } from './charts/escalation-charts';
import { evidenceParts, evidenceShape } from './evidence-parts';
import { plainText } from './plain-text';
import {
  fallingSampleEvidence,
  manySampleEvidence,
  sampleCase,
  sampleEscalationId,
  sampleEvidence,
} from './sample-escalation';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface EscalationDecisionView {
  readonly programme: ProgrammeSubject;
  readonly escalation: Pick<Escalation, 'escalationId' | 'evidence'>;
  readonly case: EscalationCase;
  readonly decideBy: Instant;
  /** The lead who sent it; absent when it came up by itself. */
  readonly preparedByName?: string;
  readonly delegatedBy?: { readonly name: string; readonly rationale: string };
  /** True where a deputy is asked when the reader does not decide in time. */
  readonly hasDeputy: boolean;
  /** Whom the reader may pass it to. */
  readonly delegates: readonly {
    readonly personId: PersonId;
    readonly displayName: string;
    readonly role?: Role;
  }[];
  readonly notice?: keyof Catalogue['escalations']['decisionNotices'];
  /** What came with a tap that was refused, so that it need not be given again. */
  readonly typed?: { readonly rationale?: string; readonly optionId?: string };
}

const maxLength = 2000;

const schema = z.strictObject({
  programmeId: line,
  escalationId: line,
  heading: line,
  notices: box,
  question: line,
  decideBy: line,
  context: lines,
  ...evidenceShape,
  ...escalationChartShape,
  argument: z.array(z.strictObject({ title: line, paragraphs: lines })),
  optionsTitle: line,
  options: z.array(z.strictObject({ title: line, consequence: line })),
  optionLabel: line,
  optionPlaceholder: line,
  optionChosen: z.string(),
  optionChoices: z.array(z.strictObject({ title: line, value: line })),
  rationaleLabel: line,
  rationale: z.string(),
  rationaleRequired: line,
  maxLength: z.number(),
  rejectMeans: line,
  approve: line,
  reject: line,
  defer: line,
  deferLabel: line,
  deferRequired: line,
  deferConfirm: line,
  delegations: z.array(
    z.strictObject({
      title: line,
      label: line,
      placeholder: line,
      errorMessage: line,
      people: z.array(z.strictObject({ title: line, value: line })).min(1),
      confirm: line,
    }),
  ),
});

function argument(
  { recommendedOptionId, recommendation, costOfWaiting, options }: EscalationCase,
  text: Catalogue,
) {
  const { recommendationTitle, recommends, costOfWaitingTitle } = text.escalations;
  const recommended = options.find(({ id }) => id === recommendedOptionId);
  const sections = [
    {
      title: recommendationTitle,
      paragraphs: asLines([
        recommended && recommends(plainText(recommended.title)),
        recommendation && plainText(recommendation),
      ]),
    },
    { title: costOfWaitingTitle, paragraphs: asLines([costOfWaiting && plainText(costOfWaiting)]) },
  ];
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
}

function delegations(delegates: EscalationDecisionView['delegates'], { escalations, roles }: Catalogue) {
  if (delegates.length === 0) return [];
  return [
    {
      title: escalations.delegate,
      label: escalations.delegateLabel,
      placeholder: escalations.delegatePlaceholder,
      errorMessage: escalations.delegateRequired,
      people: delegates.map(({ personId, displayName, role }) => ({
        title: role ? escalations.personWithRole(displayName, roles[role]) : displayName,
        value: personId,
      })),
      confirm: escalations.delegateConfirm,
    },
  ];
}

function context(view: EscalationDecisionView, { escalations }: Catalogue) {
  const { delegatedBy, preparedByName, hasDeputy } = view;
  return asLines([
    hasDeputy ? escalations.deputyAfter : undefined,
    delegatedBy && escalations.delegatedBy(plainText(delegatedBy.name), plainText(delegatedBy.rationale)),
    preparedByName ? escalations.preparedBy(plainText(preparedByName)) : escalations.preparedByClock,
  ]);
}

const sample: EscalationDecisionView = {
  programme: sampleProgramme,
  escalation: { escalationId: sampleEscalationId, evidence: sampleEvidence },
  case: sampleCase,
  decideBy: '2026-12-16T17:00:00.000Z' as Instant,
  preparedByName: 'Tom Whitfield',
  hasDeputy: true,
  delegates: [
    { personId: asId('p-deputy'), displayName: 'Ruth Abara', role: 'deputySro' },
    { personId: asId('p-sponsor'), displayName: 'Neil Okafor', role: 'sponsor' },
  ],
};

const standard = catalogueFor('Europe/London').escalations.standardCase(
  manySampleEvidence.map(({ groupName }) => groupName),
);

export const escalationDecisionCard = defineCard<EscalationDecisionView, typeof schema>({
  name: 'escalation-decision',
  schema,
  summarise: ({ programme }, text) => text.escalations.decisionSummary(programme.name),
  bind: (view, text, chartUrl) => {
    const { programme, escalation, decideBy, delegates, notice, typed } = view;
    const { escalations } = text;
    return {
      programmeId: programme.id,
      escalationId: escalation.escalationId,
      heading: plainText(programme.name),
      notices: asBox([notice && escalations.decisionNotices[notice]]),
      question: plainText(view.case.question),
      decideBy: escalations.decideBy(decideBy),
      context: context(view, text),
      ...evidenceParts(escalation.evidence, text),
      ...escalationCharts(programme.id, escalation, chartUrl, text),
      argument: argument(view.case, text),
      optionsTitle: escalations.optionsTitle,
      options: view.case.options.map(({ title, consequence }, index) => ({
        title: escalations.numbered(index + 1, plainText(title)),
        consequence: plainText(consequence),
      })),
      optionLabel: escalations.optionLabel,
      optionPlaceholder: escalations.optionPlaceholder,
      optionChosen: typed?.optionId ?? view.case.recommendedOptionId ?? '',
      optionChoices: view.case.options.map(({ id, title }, index) => ({
        title: escalations.numbered(index + 1, title),
        value: id,
      })),
      rationaleLabel: escalations.rationaleLabel,
      rationale: typed?.rationale ?? '',
      rationaleRequired: escalations.rationaleRequired,
      maxLength,
      rejectMeans: escalations.rejectMeans,
      approve: escalations.approve,
      reject: escalations.reject,
      defer: escalations.defer,
      deferLabel: escalations.deferLabel,
      deferRequired: escalations.deferRequired,
      deferConfirm: escalations.deferConfirm,
      delegations: delegations(delegates, text),
    };
  },
  samples: {
    'prepared by the lead': sample,
    'came up by itself, thirty groups': {
      ...sample,
      escalation: { ...sample.escalation, evidence: manySampleEvidence },
      case: { ...standard, preparedBy: 'standard' },
      preparedByName: undefined,
      delegates: [],
      hasDeputy: false,
    },
    'low and falling': { ...sample, escalation: { ...sample.escalation, evidence: fallingSampleEvidence } },
    'delegated, and no reason given yet': {
      ...sample,
      delegatedBy: { name: 'Amara Cole', rationale: 'You run the wards at St Bride’s.' },
      notice: 'rationale',
      typed: { optionId: 'option1' },
    },
  },
});
