/** The answer that comes back down: what was decided and why, for the lead and for the staff it is about. */

import { z } from 'zod';
import type { Escalation, EscalationCase, EscalationDecision } from '../domain/escalation/escalation';
import { troubleOf } from '../domain/escalation/trouble-of';
import type { Catalogue } from '../text/catalogue';
import { decidedByInWords, decisionTitle } from './decision-words';
import { newestByGroup } from './evidence-parts';
import { plainText } from './plain-text';
import { manySampleEvidence, sampleCase, sampleDecision, sampleEvidence } from './sample-escalation';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface DecisionToldView {
  readonly programme: ProgrammeSubject;
  readonly audience: 'lead' | 'staff';
  readonly evidence: Escalation['evidence'];
  readonly case: Pick<EscalationCase, 'question' | 'options'>;
  readonly decision: EscalationDecision;
}

const schema = z.strictObject({
  heading: line,
  title: line,
  decision: line,
  decidedBy: line,
  sections: z.array(z.strictObject({ title: line, paragraphs: lines })),
});

const groupsNamed = 3;

function whatItIsAbout(
  { evidence, audience, case: { question } }: DecisionToldView,
  { escalations }: Catalogue,
) {
  const groups = newestByGroup(evidence);
  const names = groups.slice(0, groupsNamed).map(({ groupName }) => plainText(groupName));
  return asLines([
    plainText(question),
    escalations.toldGroups(names, groups.length - names.length, groups[0]?.floor ?? 0, troubleOf(groups)),
    audience === 'lead' ? escalations.toldLeadNote : undefined,
  ]);
}

function whatItMeans({ case: { options }, decision }: DecisionToldView, { escalations }: Catalogue) {
  const option = options.find(({ id }) => id === decision.optionId);
  if (decision.kind === 'defer') {
    return decision.deferredUntil && escalations.toldDeferred(decision.deferredUntil);
  }
  return decision.kind === 'reject' ? escalations.toldRejected : option && plainText(option.consequence);
}

const sample: DecisionToldView = {
  programme: sampleProgramme,
  audience: 'staff',
  evidence: sampleEvidence,
  case: sampleCase,
  decision: sampleDecision,
};

export const decisionToldCard = defineCard<DecisionToldView, typeof schema>({
  name: 'decision-told',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.escalations.toldSummary(programme.name),
  bind: (view, text) => {
    const { programme, audience, decision } = view;
    const { escalations } = text;
    return {
      heading: plainText(programme.name),
      title: audience === 'staff' ? escalations.toldStaffTitle : escalations.toldLeadTitle,
      decision: decisionTitle(decision, view.case.options, text),
      decidedBy: decidedByInWords(decision, text),
      sections: [
        { title: escalations.whyTitle, paragraphs: asLines([plainText(decision.rationale)]) },
        { title: escalations.toldWhatItMeans, paragraphs: asLines([whatItMeans(view, text)]) },
        { title: escalations.toldAboutTitle, paragraphs: whatItIsAbout(view, text) },
      ].filter(({ paragraphs }) => paragraphs.length > 0),
    };
  },
  samples: {
    'staff, approved': sample,
    'staff, rejected, thirty groups': {
      ...sample,
      evidence: manySampleEvidence,
      decision: { ...sampleDecision, kind: 'reject', optionId: undefined },
    },
    lead: { ...sample, audience: 'lead' },
  },
});
