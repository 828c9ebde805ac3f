/** Where a gate stands, for everybody who does not decide it now; with the forms for what their role may state. */

import { z } from 'zod';
import { isOver } from '../domain/gate/settle-gate';
import type { CriterionResult } from '../domain/gate/verdict';
import type { Role } from '../domain/programme/programme';
import type { Catalogue } from '../text/catalogue';
import { gateChart, gateChartShape } from './charts/gate-chart';
import { type GateSubject, gateParts, gateShape } from './gate-parts';
import { criterionTitle } from './gate-words';
import { sampleDecidedGate, sampleGate, sampleGateNow, sampleJudgement, sampleMet } from './sample-gate';
import { asBox, box, line, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface GateStandingView extends GateSubject {
  readonly programme: ProgrammeSubject;
  /** Of the reader. */
  readonly roles: readonly Role[];
  readonly notice?: keyof Catalogue['gates']['statementNotices'] | 'saved' | 'alreadyDecided';
  /** What came with a statement that was refused. */
  readonly typed?: { readonly words?: string; readonly givenBy?: string };
}

const maxLength = 1000;
const choices = z.array(z.strictObject({ title: line, value: line })).min(1);
const form = {
  title: line,
  seenLabel: line,
  seenRequired: line,
  typed: z.string(),
  maxLength: z.number(),
  save: line,
};
const ofCriterion = { which: line, whichRequired: line, placeholder: line, criteria: choices };
const answered = { isMetLabel: line, isMetRequired: line, answers: choices };

const schema = z.strictObject({
  programmeId: line,
  gateId: line,
  notices: box,
  ...gateShape,
  ...gateChartShape,
  /** None for a reader who may state nothing: an empty row of buttons would be left. */
  forms: z.array(
    z.strictObject({
      evidence: z.array(z.strictObject({ ...form, ...ofCriterion, ...answered })),
      assurance: z.array(
        z.strictObject({
          ...form,
          ...ofCriterion,
          byLabel: line,
          byRequired: line,
          typedBy: z.string(),
          onLabel: line,
          onRequired: line,
        }),
      ),
      safety: z.array(z.strictObject({ ...form, ...answered, criterionId: line })),
    }),
  ),
});

const leads: readonly Role[] = ['lead', 'pmo'];
const safetyOfficers: readonly Role[] = ['clinicalSafetyOfficer', 'clinicalSafetyDeputy'];

function forms(view: GateStandingView, text: Catalogue): z.input<typeof schema>['forms'] {
  const { gate, judgements, roles, typed } = view;
  const { gates } = text;
  if (isOver(gate)) return [];
  const results = judgements.flatMap((judgement) => judgement.results);
  const asChoices = (ofForm: (result: CriterionResult) => boolean) =>
    [...new Map(results.filter(ofForm).map((result) => [result.criterionId, result])).values()].map(
      (result) => ({ title: criterionTitle(result, gates), value: result.criterionId }),
    );
  const isLead = roles.some((role) => leads.includes(role));
  const isSafety = roles.some((role) => safetyOfficers.includes(role));
  const evidence = isLead ? asChoices(({ kind }) => kind === 'evidence') : [];
  const small = isLead
    ? asChoices(({ verdict, assuredBy }) => verdict === 'tooSmallToShow' || assuredBy !== undefined)
    : [];
  const [safety] = isSafety ? asChoices(({ kind }) => kind === 'safetyCase') : [];
  const typedIn = { typed: typed?.words ?? '', maxLength, seenRequired: gates.seenRequired };
  const which = { whichRequired: gates.evidenceRequired, placeholder: gates.evidenceRequired };
  const parts = {
    evidence:
      evidence.length === 0
        ? []
        : [
            {
              ...typedIn,
              ...which,
              title: gates.stateEvidence,
              which: gates.evidenceWhich,
              criteria: evidence,
              isMetLabel: gates.isMetLabel,
              isMetRequired: gates.isMetRequired,
              answers: answers(gates.isThere, gates.isNotThere),
              seenLabel: gates.seenLabel,
              save: gates.saveStatement,
            },
          ],
    assurance:
      small.length === 0
        ? []
        : [
            {
              ...typedIn,
              ...which,
              title: gates.giveAssurance,
              which: gates.assuranceWhich,
              criteria: small,
              byLabel: gates.assuranceBy,
              byRequired: gates.assuranceByRequired,
              typedBy: typed?.givenBy ?? '',
              onLabel: gates.assuranceOn,
              onRequired: gates.assuranceOnRequired,
              seenLabel: gates.assuranceSaw,
              save: gates.saveAssurance,
            },
          ],
    safety: safety
      ? [
          {
            ...typedIn,
            title: gates.stateSafety,
            criterionId: safety.value,
            isMetLabel: gates.safetyLabel,
            isMetRequired: gates.isMetRequired,
            answers: answers(gates.accepted, gates.notAccepted),
            seenLabel: gates.safetySeen,
            save: gates.saveStatement,
          },
        ]
      : [],
  };
  return Object.values(parts).every((part) => part.length === 0) ? [] : [parts];
}

function answers(yes: string, no: string) {
  return [
    { title: yes, value: 'yes' },
    { title: no, value: 'no' },
  ];
}

function noticeOf({ notice, gate }: GateStandingView, { gates }: Catalogue) {
  if (notice === 'saved') return gates.saved;
  if (notice === 'alreadyDecided') return gates.alreadyDecided;
  if (notice) return gates.statementNotices[notice];
  return isOver(gate) ? gates.asItWas : undefined;
}

const sample: GateStandingView = {
  programme: sampleProgramme,
  gate: sampleGate,
  judgements: [sampleJudgement],
  now: sampleGateNow,
  roles: ['viewer'],
};

export const gateStandingCard = defineCard<GateStandingView, typeof schema>({
  name: 'gate-standing',
  schema,
  summarise: ({ programme }, text) => text.gates.summary(programme.name),
  bind: (view, text, chartUrl) => ({
    programmeId: view.programme.id,
    gateId: view.gate.gateId,
    notices: asBox([noticeOf(view, text)]),
    ...gateParts(view, view.programme.name, text),
    ...gateChart(view.programme.id, view, chartUrl, text),
    forms: forms(view, text),
  }),
  samples: {
    'decided against the evidence': { ...sample, gate: sampleDecidedGate },
    'for the lead, to be decided': { ...sample, roles: ['lead'] },
    'for the safety officer, planned': {
      ...sample,
      gate: { ...sampleGate, status: 'planned', calendar: [] },
      now: '2026-12-01T10:00:00.000Z' as GateStandingView['now'],
      roles: ['clinicalSafetyOfficer'],
    },
    'met, with an assurance; late tap': {
      ...sample,
      judgements: [sampleMet],
      notice: 'alreadyDecided',
    },
  },
});
