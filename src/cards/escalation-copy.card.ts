/** The copy of a decision card for an executive sponsor, who does not decide and may advise. */

import { z } from 'zod';
import type { Escalation, EscalationCase } from '../domain/escalation/escalation';
import type { Instant } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { choicesInWords } from './decision-words';
import { evidenceParts, evidenceShape } from './evidence-parts';
import { plainText } from './plain-text';
import { adviceMaxLength, saidParts, saidShape, shortenSaid } from './said-parts';
import {
  longSampleCase,
  manySampleEvidence,
  muchSampleSaid,
  sampleCase,
  sampleEscalationId,
  sampleEvidence,
  sampleIssueFact,
  sampleSaid,
} from './sample-escalation';
import { asBox, box, line, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface EscalationCopyView {
  readonly programme: ProgrammeSubject;
  readonly escalation: Pick<Escalation, 'escalationId' | 'evidence' | 'facts' | 'advice' | 'moreAsked'>;
  readonly case: EscalationCase;
  /** The names of those who are asked to decide. */
  readonly names: readonly string[];
  readonly decideBy: Instant;
  readonly notice?: keyof Catalogue['decisions']['notices'];
  readonly typed?: { readonly advice?: string };
}

const schema = z.strictObject({
  programmeId: line,
  escalationId: line,
  heading: line,
  notices: box,
  title: line,
  question: line,
  intro: line,
  ...evidenceShape,
  optionsTitle: line,
  options: z.array(z.strictObject({ title: line, consequence: line })),
  ...saidShape,
  label: line,
  advice: z.string(),
  maxLength: z.number(),
  required: line,
  note: line,
  advise: line,
});

const sample: EscalationCopyView = {
  programme: sampleProgramme,
  escalation: {
    escalationId: sampleEscalationId,
    evidence: sampleEvidence,
    facts: [sampleIssueFact],
    ...sampleSaid,
  },
  case: sampleCase,
  names: ['Amara Cole', 'Ruth Abara'],
  decideBy: '2026-12-16T17:00:00.000Z' as Instant,
};

export const escalationCopyCard = defineCard<EscalationCopyView, typeof schema>({
  name: 'escalation-copy',
  schema,
  summarise: ({ programme }, text) => text.decisions.copySummary(programme.name),
  bind: ({ programme, escalation, names, decideBy, notice, typed, ...view }, text) => {
    const { decisions } = text;
    return {
      programmeId: programme.id,
      escalationId: escalation.escalationId,
      heading: plainText(programme.name),
      notices: asBox([notice && decisions.notices[notice]]),
      title: decisions.copyTitle,
      question: plainText(view.case.question),
      intro: decisions.copyIntro(names.map(plainText), decideBy),
      ...evidenceParts(escalation, text),
      optionsTitle: decisions.meansTitle,
      options: choicesInWords(view.case, text),
      said: saidParts(escalation, text),
      label: decisions.adviseLabel,
      advice: typed?.advice ?? '',
      maxLength: adviceMaxLength,
      required: decisions.adviseRequired,
      note: decisions.adviseNote,
      advise: decisions.advise,
    };
  },
  shorten: shortenSaid,
  samples: {
    'with advice given': sample,
    'refused, with what was typed': { ...sample, notice: 'notConfirmed', typed: { advice: 'Wait.' } },
    'as much as there can be': {
      ...sample,
      escalation: { ...sample.escalation, evidence: manySampleEvidence, ...muchSampleSaid },
      case: longSampleCase,
      typed: { advice: 'We can’t. '.repeat(100) },
    },
  },
});
