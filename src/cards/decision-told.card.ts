/** The answer that comes back down: what was decided and why, for the lead and for the staff it is about. */

import { z } from 'zod';
import type { Escalation, EscalationCase, EscalationDecision } from '../domain/escalation/escalation';
import { troubleOf } from '../domain/escalation/trouble-of';
import type { Day } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { decidedByInWords, decisionTitle } from './decision-words';
import { newestByGroup } from './evidence-parts';
import { plainText } from './plain-text';
import {
  manySampleEvidence,
  sampleCase,
  sampleDecision,
  sampleEvidence,
  sampleIssueFact,
} from './sample-escalation';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface DecisionToldView {
  readonly programme: ProgrammeSubject;
  readonly audience: 'lead' | 'staff';
  readonly escalation: Pick<Escalation, 'evidence' | 'facts'>;
  readonly case: Pick<EscalationCase, 'question' | 'options'>;
  readonly decision: EscalationDecision;
  /** The one it takes the place of. */
  readonly replaced?: EscalationDecision;
}

const schema = z.strictObject({
  programmeId: line,
  /** For staff: a lead deals with issues. */
  raises: z.array(z.strictObject({ title: line })),
  heading: line,
  title: line,
  decision: line,
  decidedBy: line,
  sections: z.array(z.strictObject({ title: line, paragraphs: lines })),
});

const groupsNamed = 3;

function whatItIsAbout(view: DecisionToldView, { escalations, decisions }: Catalogue) {
  const { audience, escalation, case: asked } = view;
  const groups = newestByGroup(escalation.evidence);
  const names = groups.slice(0, groupsNamed).map(({ groupName }) => plainText(groupName));
  const titles = (escalation.facts ?? []).flatMap((fact) =>
    fact.kind === 'issue' ? [plainText(fact.title)] : [],
  );
  return asLines([
    plainText(asked.question),
    groups.length > 0
      ? escalations.toldGroups(names, groups.length - names.length, groups[0]?.floor ?? 0, troubleOf(groups))
      : undefined,
    titles.length > 0 ? decisions.toldIssues(titles) : undefined,
    audience === 'lead' && groups.length > 0 ? escalations.toldLeadNote : undefined,
    audience === 'lead' && titles.length > 0 ? decisions.toldRaisersNote : undefined,
  ]);
}

function whatItMeans({ case: { options }, decision }: DecisionToldView, { escalations }: Catalogue) {
  const option = options.find(({ id }) => id === decision.optionId);
  if (decision.kind === 'defer') {
    return decision.deferredUntil && escalations.toldDeferred(decision.deferredUntil);
  }
  return decision.kind === 'reject' ? escalations.toldRejected : option && plainText(option.consequence);
}

/** A no, and a not yet, begin with the reason: that is what the sentence leads to. */
function lead(view: DecisionToldView, text: Catalogue) {
  const { decision, audience, case: asked } = view;
  const { escalations, decisions } = text;
  const what = decisionTitle(decision, asked.options, text);
  const why = plainText(decision.rationale);
  if (audience === 'lead' || decision.kind === 'approve') {
    const title = audience === 'lead' ? escalations.toldLeadTitle : decisions.youSaid.approve;
    return { title, decision: what, section: { title: escalations.whyTitle, paragraphs: asLines([why]) } };
  }
  return {
    title: decisions.youSaid[decision.kind],
    decision: why,
    section: { title: decisions.whatWasDecided, paragraphs: asLines([what]) },
  };
}

function whatItReplaces({ replaced, case: { options } }: DecisionToldView, text: Catalogue) {
  if (!replaced) return [];
  const what = decisionTitle(replaced, options, text);
  return asLines([text.decisions.replacedBefore(what, replaced.decidedAt)]);
}

const sample: DecisionToldView = {
  programme: sampleProgramme,
  audience: 'staff',
  escalation: { evidence: sampleEvidence },
  case: sampleCase,
  decision: sampleDecision,
};
const no: EscalationDecision = { ...sampleDecision, kind: 'reject', optionId: undefined };

export const decisionToldCard = defineCard<DecisionToldView, typeof schema>({
  name: 'decision-told',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.escalations.toldSummary(programme.name),
  bind: (view, text) => {
    const { programme, audience, decision } = view;
    const { escalations, decisions, raising } = text;
    const { section, ...first } = lead(view, text);
    const review = decision.reviewOn && decisions.reviewOn(decision.reviewOn);
    return {
      programmeId: programme.id,
      raises: audience === 'staff' ? [{ title: raising.raise }] : [],
      heading: plainText(programme.name),
      ...first,
      decidedBy: decidedByInWords(decision, text),
      sections: [
        section,
        { title: decisions.toldReplacesTitle, paragraphs: whatItReplaces(view, text) },
        { title: escalations.toldWhatItMeans, paragraphs: asLines([whatItMeans(view, text), review]) },
        { title: escalations.toldAboutTitle, paragraphs: whatItIsAbout(view, text) },
      ].filter(({ paragraphs }) => paragraphs.length > 0),
    };
  },
  samples: {
    'staff, approved': sample,
    'staff, rejected, thirty groups': {
      ...sample,
      escalation: { evidence: manySampleEvidence },
      decision: no,
    },
    'staff, decided again': { ...sample, replaced: no },
    lead: { ...sample, audience: 'lead' },
    'lead, of an issue, with a review date': {
      ...sample,
      audience: 'lead',
      escalation: { evidence: [], facts: [sampleIssueFact] },
      decision: { ...sampleDecision, reviewOn: '2027-03-01' as Day },
    },
  },
});
