/** The executive's card: question, evidence, options, deadline, decided here. */

import { z } from 'zod';
import type { Escalation, EscalationCase } from '../domain/escalation/escalation';
import { saidSoFar } from '../domain/escalation/said-so-far';
import { asId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import type { Role } from '../domain/programme/programme';
import { type Catalogue, catalogueFor } from '../text/catalogue';
import { escalationChartShape, escalationCharts } from './charts/escalation-charts';
import { choicesInWords, decidedByInWords, decisionTitle } from './decision-words';
import { evidenceParts, evidenceShape } from './evidence-parts';
import { type InsteadView, insteadOfDeciding, insteadShape } from './instead-of-deciding';
import { plainText } from './plain-text';
import { saidParts, saidShape, shortenSaid } from './said-parts';
import {
  fallingSampleEvidence,
  longSampleCase,
  manySampleEvidence,
  muchSampleSaid,
  sampleBacklogFact,
  sampleCase,
  sampleDecision,
  sampleEscalationId,
  sampleEvidence,
  sampleGateFact,
  sampleIssueFact,
  sampleSaid,
} from './sample-escalation';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface EscalationDecisionView extends InsteadView {
  readonly programme: ProgrammeSubject;
  readonly escalation: Pick<Escalation, 'escalationId' | 'evidence' | 'facts' | 'advice' | 'moreAsked'>;
  readonly case: EscalationCase;
  readonly decideBy: Instant;
  /** Where it is on its way up; absent where it was handed over by name. */
  readonly step?: { readonly number: number; readonly of: number; readonly isAgain?: boolean };
  /** Who is asked as well when nobody decides in time. */
  readonly next?: { readonly role: Role } | { readonly name: string };
  /** Sponsors who have a copy. */
  readonly copiedTo?: readonly string[];
  /** The lead who sent it; absent when it came up by itself. */
  readonly preparedByName?: string;
  readonly delegatedBy?: { readonly name: string; readonly rationale: string };
  readonly notice?: keyof Catalogue['escalations']['decisionNotices'];
  /** What came with a tap that was refused, so that it need not be given again. */
  readonly typed?: EscalationTyped;
}

export interface EscalationTyped {
  readonly rationale?: string;
  readonly optionId?: string;
  readonly reviewOn?: string;
  readonly deferUntil?: string;
  readonly moreWords?: string;
}

const maxLength = 2000;

const schema = z.strictObject({
  programmeId: line,
  escalationId: line,
  supersedes: z.string(),
  seen: z.number(),
  heading: line,
  notices: box,
  question: line,
  decideBy: lines,
  context: lines,
  replaced: z.array(z.strictObject({ title: line, lines })),
  ...evidenceShape,
  ...escalationChartShape,
  optionsTitle: line,
  options: z.array(z.strictObject({ title: line, consequence: line })),
  argument: z.array(z.strictObject({ title: line, paragraphs: lines })),
  ...saidShape,
  optionLabel: line,
  optionPlaceholder: line,
  optionChosen: z.string(),
  optionChoices: z.array(z.strictObject({ title: line, value: line })),
  rationaleLabel: line,
  rationale: z.string(),
  maxLength: z.number(),
  reviewLabel: line,
  reviewOn: z.string(),
  rejectMeans: line,
  approve: line,
  reject: line,
  defer: line,
  deferLabel: line,
  deferUntil: z.string(),
  deferRequired: line,
  deferConfirm: line,
  ...insteadShape,
});

function argument({ recommendedOptionId, recommendation, options }: EscalationCase, text: Catalogue) {
  const { recommendationTitle, recommends } = text.escalations;
  const recommended = options.find(({ id }) => id === recommendedOptionId);
  const paragraphs = asLines([
    recommended && recommends(plainText(recommended.title)),
    recommendation && plainText(recommendation),
  ]);
  return paragraphs.length > 0 ? [{ title: recommendationTitle, paragraphs }] : [];
}

function context(view: EscalationDecisionView, text: Catalogue) {
  const { delegatedBy, preparedByName, step, acknowledgement, copiedTo = [], standing } = view;
  const { escalations, decisions } = text;
  if (standing) return [];
  return asLines([
    step && decisions.step(step.number, step.of),
    step?.isAgain ? decisions.stepAgain : undefined,
    acknowledgement && 'at' in acknowledgement
      ? decisions.acknowledged(plainText(acknowledgement.name), acknowledgement.at)
      : acknowledgement && decisions.acknowledgeBy(acknowledgement.by),
    nextInWords(view.next, text),
    delegatedBy && escalations.delegatedBy(plainText(delegatedBy.name), plainText(delegatedBy.rationale)),
    preparedByName ? escalations.preparedBy(plainText(preparedByName)) : escalations.preparedByClock,
    copiedTo.length > 0 ? decisions.copiedTo(copiedTo.map(plainText)) : undefined,
  ]);
}

function nextInWords(next: EscalationDecisionView['next'], { decisions, roles }: Catalogue) {
  return next && decisions.nextStep('role' in next ? roles[next.role] : plainText(next.name));
}

function replaced({ standing, case: { options } }: EscalationDecisionView, text: Catalogue) {
  const { decisions } = text;
  if (!standing) return [];
  const what = decisionTitle(standing, options, text);
  return [
    {
      title: decisions.replacesTitle,
      lines: asLines([decisions.replaces(what, decidedByInWords(standing, text)), decisions.replacesNote]),
    },
  ];
}

/** First the charts go, which say nothing that the words do not. */
function shortenCard(bindings: z.output<typeof schema>): z.input<typeof schema> | undefined {
  const { comparison, trend } = bindings;
  if (comparison.length > 0 || trend.length > 0) return { ...bindings, comparison: [], trend: [] };
  return shortenSaid(bindings);
}

const sample: EscalationDecisionView = {
  programme: sampleProgramme,
  escalation: { escalationId: sampleEscalationId, evidence: sampleEvidence },
  case: sampleCase,
  decideBy: '2026-12-16T17:00:00.000Z' as Instant,
  step: { number: 1, of: 4 },
  next: { role: 'deputySro' },
  acknowledgement: { by: '2026-12-10T12:30:00.000Z' as Instant },
  preparedByName: 'Tom Whitfield',
  delegates: [
    { personId: asId('p-deputy'), displayName: 'Ruth Abara', role: 'deputySro' },
    { personId: asId('p-sponsor'), displayName: 'Neil Okafor', role: 'sponsor' },
  ],
};

const standard = catalogueFor('Europe/London').escalations.standardCase(
  manySampleEvidence.map(({ groupName }) => groupName),
);

const asIssue: EscalationDecisionView = {
  ...sample,
  escalation: { escalationId: sampleEscalationId, evidence: [], facts: [sampleIssueFact], ...sampleSaid },
  step: { number: 2, of: 4 },
  next: { name: 'Programme board' },
  acknowledgement: { name: 'Ruth Abara', at: '2026-12-10T09:30:00.000Z' as Instant },
  copiedTo: ['Neil Okafor'],
};

export const escalationDecisionCard = defineCard<EscalationDecisionView, typeof schema>({
  name: 'escalation-decision',
  schema,
  summarise: ({ programme }, text) => text.escalations.decisionSummary(programme.name),
  bind: (view, text, chartUrl) => {
    const { programme, escalation, decideBy, notice, typed, standing } = view;
    const { escalations, decisions } = text;
    return {
      programmeId: programme.id,
      escalationId: escalation.escalationId,
      supersedes: standing?.decisionId ?? '',
      seen: saidSoFar(escalation),
      heading: plainText(programme.name),
      notices: asBox([notice && escalations.decisionNotices[notice]]),
      question: plainText(view.case.question),
      decideBy: asLines([standing ? undefined : escalations.decideBy(decideBy)]),
      context: context(view, text),
      replaced: replaced(view, text),
      ...evidenceParts(escalation, text),
      ...escalationCharts(programme.id, escalation, chartUrl, text),
      optionsTitle: decisions.meansTitle,
      options: choicesInWords(view.case, text),
      argument: argument(view.case, text),
      said: saidParts(escalation, text),
      optionLabel: escalations.optionLabel,
      optionPlaceholder: escalations.optionPlaceholder,
      optionChosen: typed?.optionId ?? view.case.recommendedOptionId ?? '',
      optionChoices: view.case.options.map(({ id, title }, index) => ({
        title: escalations.numbered(index + 1, title),
        value: id,
      })),
      rationaleLabel: escalations.rationaleLabel,
      rationale: typed?.rationale ?? '',
      maxLength,
      reviewLabel: decisions.reviewOnLabel,
      reviewOn: typed?.reviewOn ?? '',
      rejectMeans: escalations.rejectMeans,
      approve: escalations.approve,
      reject: escalations.reject,
      defer: escalations.defer,
      deferLabel: escalations.deferLabel,
      deferUntil: typed?.deferUntil ?? '',
      deferRequired: escalations.deferRequired,
      deferConfirm: escalations.deferConfirm,
      ...insteadOfDeciding(view, text),
    };
  },
  shorten: shortenCard,
  samples: {
    'prepared by the lead': sample,
    'came up by itself, thirty groups': {
      ...sample,
      escalation: { ...sample.escalation, evidence: manySampleEvidence },
      case: { ...standard, preparedBy: 'standard' },
      preparedByName: undefined,
      delegates: [],
      next: undefined,
      step: { number: 4, of: 4, isAgain: true },
    },
    'low and falling': { ...sample, escalation: { ...sample.escalation, evidence: fallingSampleEvidence } },
    'an issue, with advice and a question': asIssue,
    'issues that nobody dealt with': {
      ...asIssue,
      escalation: { escalationId: sampleEscalationId, evidence: [], facts: [sampleBacklogFact] },
      case: { ...standard, preparedBy: 'standard' },
    },
    'a gate that nobody decided': {
      ...asIssue,
      escalation: { escalationId: sampleEscalationId, evidence: [], facts: [sampleGateFact] },
    },
    'thirty groups, much advice and many questions': {
      ...sample,
      escalation: { ...sample.escalation, evidence: manySampleEvidence, ...muchSampleSaid },
      copiedTo: ['Neil Okafor', 'Hana Suzuki'],
    },
    'as long as everything can be': {
      ...sample,
      escalation: { ...sample.escalation, evidence: manySampleEvidence, ...muchSampleSaid },
      case: longSampleCase,
      typed: { rationale: 'We can’t. '.repeat(200) },
    },
    'decided again': { ...sample, standing: sampleDecision },
    'delegated, and no reason given yet': {
      ...sample,
      step: undefined,
      delegatedBy: { name: 'Amara Cole', rationale: 'You run the wards at St Bride’s.' },
      notice: 'rationale',
      typed: { optionId: 'option1', reviewOn: '2027-03-01' },
    },
  },
});
