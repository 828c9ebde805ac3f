/** The answer that comes back down: what was decided and why, for the lead and for the staff it is about. */

import { z } from 'zod';
import type { Escalation, EscalationCase, EscalationDecision } from '../domain/escalation/escalation';
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
  intro: lines,
  title: line,
  decision: lines,
  sections: z.array(z.strictObject({ title: line, paragraphs: lines })),
});

const groupsNamed = 2;

function groupsInWords(names: readonly string[], { escalations, format }: Catalogue): string {
  const shown = names.slice(0, groupsNamed);
  return names.length > groupsNamed
    ? escalations.toldGroups(names.length - groupsNamed, shown.join('; '))
    : format.list(shown);
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
    const { programme, audience, evidence, decision } = view;
    const { escalations } = text;
    const groups = newestByGroup(evidence);
    const names = groups.map(({ groupName }) => plainText(groupName));
    const meaning = whatItMeans(view, text);
    return {
      heading: plainText(programme.name),
      intro: asLines([
        audience === 'staff'
          ? escalations.toldStaffIntro(groupsInWords(names, text), groups[0]?.floor ?? 0)
          : escalations.toldLeadIntro,
      ]),
      title: escalations.toldTitle,
      decision: asLines([decisionTitle(decision, view.case.options, text), decidedByInWords(decision, text)]),
      sections: [
        { title: escalations.whyTitle, paragraphs: asLines([plainText(decision.rationale)]) },
        { title: escalations.toldWhatItMeans, paragraphs: asLines([meaning]) },
        { title: escalations.questionTitle, paragraphs: asLines([plainText(view.case.question)]) },
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
