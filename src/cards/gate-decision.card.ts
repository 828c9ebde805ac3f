/** The SRO's card of a gate: the verdict, what holds it back, what would change it, and five ways to decide. */

import { z } from 'zod';
import type { MissingPart } from '../domain/gate/decide-gate';
import type { PersonId } from '../domain/ids';
import type { Role } from '../domain/programme/programme';
import type { Catalogue } from '../text/catalogue';
import { gateChart, gateChartShape } from './charts/gate-chart';
import { type GateSubject, gateParts, gateShape } from './gate-parts';

import {
  sampleAdvisers,
  sampleGate,
  sampleGateDecision,
  sampleGateNow,
  sampleJudgement,
  sampleMet,
} from './sample-gate';
import { asBox, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface GateDecisionView extends GateSubject {
  readonly programme: ProgrammeSubject;
  /** Whom the reader may name as adviser or as owner of a condition. */
  readonly people: readonly {
    readonly personId: PersonId;
    readonly displayName: string;
    readonly role: Role;
  }[];
  readonly notice?: MissingPart | 'outOfDate' | 'notConfirmed';
  /** What came with a tap that was refused, so that it need not be given again. */
  readonly typed?: {
    readonly rationale?: string;
    readonly mitigation?: string;
    readonly rollbackTrigger?: string;
    readonly condition?: string;
  };
}

const maxLength = 1000;
const people = z.array(z.strictObject({ title: line, value: line })).min(1);

const schema = z.strictObject({
  programmeId: line,
  gateId: line,
  revision: z.number(),
  notices: box,
  ...gateShape,
  ...gateChartShape,
  rationaleLabel: line,
  rationaleRequired: line,
  rationale: z.string(),
  maxLength: z.number(),
  against: z.array(
    z.strictObject({
      needs: line,
      mitigationLabel: line,
      mitigationRequired: line,
      mitigation: z.string(),
      rollbackLabel: line,
      rollbackRequired: line,
      rollbackTrigger: z.string(),
      adviserLabel: line,
      adviserRequired: line,
      placeholder: line,
      maxLength: z.number(),
      people,
    }),
  ),
  go: line,
  goMeans: line,
  goConfirm: line,
  conditions: line,
  conditionLabel: line,
  conditionRequired: line,
  condition: z.string(),
  ownerLabel: line,
  ownerRequired: line,
  placeholder: line,
  people,
  dueLabel: line,
  dueRequired: line,
  recheckLabel: line,
  recheckRequired: line,
  conditionsConfirm: line,
  delay: line,
  delayLabel: line,
  delayRequired: line,
  delayMeans: lines,
  delayConfirm: line,
  stop: line,
  stopMeans: line,
  stopConfirm: line,
  refer: line,
  referMeans: line,
  referConfirm: line,
});

function decisionWords({ gates }: Catalogue) {
  const { rationaleLabel, rationaleRequired, go, goMeans, goConfirm, conditions, conditionLabel } = gates;
  const { conditionRequired, ownerLabel, ownerRequired, dueLabel, dueRequired, recheckLabel } = gates;
  const { recheckRequired, conditionsConfirm, delay, delayLabel, delayRequired, delayConfirm } = gates;
  const { stop, stopMeans, stopConfirm, refer, referMeans, referConfirm } = gates;
  return {
    ...{ rationaleLabel, rationaleRequired, go, goMeans, goConfirm, conditions, conditionLabel },
    ...{ conditionRequired, ownerLabel, ownerRequired, dueLabel, dueRequired, recheckLabel },
    ...{ recheckRequired, conditionsConfirm, delay, delayLabel, delayRequired, delayConfirm },
    ...{ stop, stopMeans, stopConfirm, refer, referMeans, referConfirm },
    delayMeans: [{ text: gates.delayMeans }],
    placeholder: gates.choosePerson,
  };
}

const sample: GateDecisionView = {
  programme: sampleProgramme,
  gate: sampleGate,
  judgements: [sampleJudgement],
  now: sampleGateNow,
  people: sampleAdvisers,
};

export const gateDecisionCard = defineCard<GateDecisionView, typeof schema>({
  name: 'gate-decision',
  schema,
  summarise: ({ programme }, text) => text.gates.decisionSummary(programme.name),
  bind: (view, text, chartUrl) => {
    const { programme, gate, judgements, notice, typed } = view;
    const { gates, roles } = text;
    const choices = view.people.map(({ personId, displayName, role }) => ({
      title: gates.personWithRole(displayName, roles[role]),
      value: personId,
    }));
    const isMet = judgements.every(({ verdict }) => verdict === 'met');
    return {
      programmeId: programme.id,
      gateId: gate.gateId,
      revision: gate.decisions.length,
      notices: asBox([notice && gates.notices[notice]]),
      ...gateParts(view, programme.name, text),
      ...gateChart(programme.id, view, chartUrl, text),
      ...decisionWords(text),
      rationale: typed?.rationale ?? '',
      condition: typed?.condition ?? '',
      maxLength,
      people: choices,
      against: isMet
        ? []
        : [
            {
              needs: gates.againstNeeds,
              mitigationLabel: gates.mitigationLabel,
              mitigationRequired: gates.mitigationRequired,
              mitigation: typed?.mitigation ?? '',
              rollbackLabel: gates.rollbackLabel,
              rollbackRequired: gates.rollbackRequired,
              rollbackTrigger: typed?.rollbackTrigger ?? '',
              adviserLabel: gates.adviserLabel,
              adviserRequired: gates.adviserRequired,
              placeholder: gates.choosePerson,
              maxLength,
              people: choices,
            },
          ],
    };
  },
  samples: {
    'not met, six days before': sample,
    met: { ...sample, judgements: [sampleMet] },
    'mitigation missing': { ...sample, notice: 'mitigation', typed: { rationale: 'The contract ends.' } },
    'referred to the board, two verdicts': {
      ...sample,
      judgements: [sampleJudgement, { ...sampleMet, basis: 'changed' }],
      gate: {
        ...sampleGate,
        changes: [{ number: 1, terms: sampleGate.terms, proposedAt: sampleGateNow, standing: 'accepted' }],
        decisions: [
          { ...sampleGateDecision, against: undefined, kind: 'acceptChange', change: 1, logged: undefined },
          { ...sampleGateDecision, against: undefined, kind: 'refer' },
        ],
      },
    },
  },
});
