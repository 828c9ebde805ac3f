/** What everybody sees of an escalation that is not theirs to act on now: who decided, or who has it. */

import { z } from 'zod';
import type { Escalation, EscalationCase, EscalationDecision } from '../domain/escalation/escalation';
import type { Day, Instant } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { choicesInWords, decidedByInWords, decisionTitle } from './decision-words';
import { evidenceParts, evidenceShape } from './evidence-parts';
import { plainText } from './plain-text';
import { saidParts, saidShape, shortenSaid } from './said-parts';
import {
  longSampleCase,
  manySampleEvidence,
  muchSampleSaid,
  sampleCase,
  sampleDecision,
  sampleEscalationId,
  sampleEvidence,
  sampleIssueFact,
  sampleSaid,
} from './sample-escalation';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export type EscalationStanding =
  | {
      readonly kind: 'decided';
      readonly decision: EscalationDecision;
      /** The one it takes the place of. */
      readonly replaced?: EscalationDecision;
    }
  | {
      readonly kind: 'withExecutive';
      /** The names of those who are asked to decide. */
      readonly names: readonly string[];
      readonly since: Instant;
      readonly decideBy: Instant;
      readonly how:
        | { readonly by: 'lead' | 'delegation'; readonly name: string; readonly rationale?: string }
        | { readonly by: 'clock' | 'handOver' };
    };

export interface EscalationDecidedView {
  readonly programme: ProgrammeSubject;
  readonly escalation: Pick<Escalation, 'escalationId' | 'evidence' | 'facts' | 'advice' | 'moreAsked'>;
  readonly case: Pick<EscalationCase, 'question' | 'options' | 'costOfWaiting'>;
  readonly standing: EscalationStanding;
  /** True for the reply to a tap that came too late. */
  readonly isLateTap?: boolean;
  /** True for the card that is sent because the day of its review has come. */
  readonly isReviewDue?: boolean;
  /** True where the reader may decide it again. */
  readonly mayDecideAgain?: boolean;
}

const schema = z.strictObject({
  programmeId: line,
  escalationId: line,
  heading: line,
  notices: box,
  title: line,
  facts: lines,
  reasons: z.array(z.strictObject({ title: line, text: line })),
  questionTitle: line,
  question: line,
  optionLists: z.array(z.strictObject({ title: line, options: lines })),
  ...saidShape,
  ...evidenceShape,
  showEvidence: line,
  log: z.array(z.strictObject({ label: line, head: line })),
  again: z.array(z.strictObject({ title: line, decisionId: line })),
});

type Standing = Pick<z.input<typeof schema>, 'notices' | 'title' | 'facts' | 'reasons' | 'log'>;

function decidedParts(
  { decision, replaced }: Extract<EscalationStanding, { kind: 'decided' }>,
  view: EscalationDecidedView,
  text: Catalogue,
): Standing {
  const { escalations, decisions } = text;
  const { logged, reviewOn } = decision;
  return {
    notices: asBox([
      view.isLateTap ? escalations.alreadyDecided(decision.decidedAt) : undefined,
      view.isReviewDue && !view.isLateTap ? decisions.reviewDue : undefined,
    ]),
    title: decisionTitle(decision, view.case.options, text),
    facts: asLines([
      decidedByInWords(decision, text),
      reviewOn && decisions.reviewOn(reviewOn),
      replaced &&
        decisions.replacedBefore(decisionTitle(replaced, view.case.options, text), replaced.decidedAt),
    ]),
    reasons: [{ title: escalations.whyTitle, text: plainText(decision.rationale) }],
    log: logged ? [{ label: escalations.logEntry(logged.seq), head: logged.head }] : [],
  };
}

function waitingParts(
  standing: Extract<EscalationStanding, { kind: 'withExecutive' }>,
  isLateTap: boolean | undefined,
  { escalations, format }: Catalogue,
): Standing {
  const { how, since } = standing;
  const came = {
    lead: () => ('name' in how ? escalations.sentOnBy(plainText(how.name), since) : ''),
    delegation: () => ('name' in how ? escalations.delegated(plainText(how.name), since) : ''),
    clock: () => escalations.sentOnByClock(since),
    handOver: () => escalations.handedOver(since),
  };
  const rationale = 'rationale' in how ? how.rationale : undefined;
  return {
    notices: asBox([isLateTap ? escalations.alreadySentOn : undefined]),
    title: escalations.withTitle(format.list(standing.names.map(plainText))),
    facts: asLines([came[how.by](), escalations.toBeDecidedBy(standing.decideBy)]),
    reasons: rationale ? [{ title: escalations.whyTitle, text: plainText(rationale) }] : [],
    log: [],
  };
}

const sample: EscalationDecidedView = {
  programme: sampleProgramme,
  escalation: { escalationId: sampleEscalationId, evidence: sampleEvidence },
  case: sampleCase,
  standing: { kind: 'decided', decision: sampleDecision },
};
const withDeputy: EscalationStanding = {
  kind: 'withExecutive',
  names: ['Ruth Abara'],
  since: '2026-12-14T10:00:00.000Z' as Instant,
  decideBy: '2026-12-17T17:00:00.000Z' as Instant,
  how: { by: 'delegation', name: 'Amara Cole', rationale: 'You run the wards at St Bride’s.' },
};

export const escalationDecidedCard = defineCard<EscalationDecidedView, typeof schema>({
  name: 'escalation-decided',
  schema,
  summarise: ({ programme }, text) => text.escalations.settledSummary(programme.name),
  bind: (view, text) => {
    const { standing, isLateTap } = view;
    const { escalations } = text;
    const decidedNow = standing.kind === 'decided' && standing.decision.kind !== 'defer';
    return {
      programmeId: view.programme.id,
      escalationId: view.escalation.escalationId,
      heading: plainText(view.programme.name),
      ...(standing.kind === 'decided'
        ? decidedParts(standing, view, text)
        : waitingParts(standing, isLateTap, text)),
      questionTitle: escalations.questionTitle,
      question: plainText(view.case.question),
      optionLists: [
        {
          title: escalations.optionsTitle,
          options: asLines(
            choicesInWords(view.case, text).map(({ title, consequence }) =>
              escalations.consequence(title, consequence),
            ),
          ),
        },
      ],
      said: saidParts(view.escalation, text),
      ...evidenceParts(view.escalation, text),
      evidenceTitle: escalations.evidenceThenTitle,
      showEvidence: escalations.showEvidence,
      again:
        decidedNow && view.mayDecideAgain
          ? [{ title: text.decisions.decideAgain, decisionId: standing.decision.decisionId }]
          : [],
    };
  },
  shorten: shortenSaid,
  samples: {
    approved: sample,
    'rejected, late tap': {
      ...sample,
      isLateTap: true,
      standing: { kind: 'decided', decision: { ...sampleDecision, kind: 'reject', optionId: undefined } },
    },
    deferred: {
      ...sample,
      standing: {
        kind: 'decided',
        decision: {
          ...sampleDecision,
          kind: 'defer',
          optionId: undefined,
          logged: undefined,
          deferredUntil: '2027-01-11T00:00:00.000Z' as Instant,
        },
      },
    },
    'an issue, decided again, with a review date': {
      ...sample,
      escalation: { escalationId: sampleEscalationId, evidence: [], facts: [sampleIssueFact], ...sampleSaid },
      standing: {
        kind: 'decided',
        decision: { ...sampleDecision, reviewOn: '2027-03-01' as Day },
        replaced: { ...sampleDecision, kind: 'reject', optionId: undefined },
      },
      mayDecideAgain: true,
      isReviewDue: true,
    },
    'as much as there can be': {
      ...sample,
      escalation: { escalationId: sampleEscalationId, evidence: manySampleEvidence, ...muchSampleSaid },
      case: longSampleCase,
      standing: { kind: 'decided', decision: { ...sampleDecision, rationale: 'We can’t. '.repeat(200) } },
    },
    'passed on': { ...sample, standing: withDeputy },
    'sent on by the lead': {
      ...sample,
      standing: { ...withDeputy, how: { by: 'lead', name: 'Tom Whitfield' } },
    },
    'went up by itself': { ...sample, isLateTap: true, standing: { ...withDeputy, how: { by: 'clock' } } },
  },
});
