/** The SRO's card about terms that were changed after the freeze: what would change, and both verdicts. */

import { z } from 'zod';
import { canonicalJson } from '../domain/canonical-json';
import type { Gate, GateTerms } from '../domain/gate/gate';
import { type Criterion, isGroupCriterion } from '../domain/gate/gate-definition';
import { proposedChange, termsInForce } from '../domain/gate/gate-terms';
import { nameOfGroup } from '../domain/gate/named-group';
import type { Judgement } from '../domain/gate/verdict';
import type { Programme } from '../domain/programme/programme';
import type { Catalogue } from '../text/catalogue';
import { decisionParts } from './gate-parts';
import { criterionTitle } from './gate-words';
import { plainText } from './plain-text';
import { sampleGate, sampleGateNow, sampleJudgement, sampleMet } from './sample-gate';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface GateChangeView {
  readonly programme: ProgrammeSubject & Partial<Pick<Programme, 'siteGroups' | 'staffFamilies'>>;
  readonly gate: Gate;
  readonly judgements: readonly Judgement[];
  readonly proposal: Judgement;
  readonly notice?: 'rationale' | 'notConfirmed';
  readonly typed?: { readonly rationale?: string };
}

const maxLength = 1000;

const schema = z.strictObject({
  programmeId: line,
  gateId: line,
  notices: box,
  heading: line,
  title: line,
  verdicts: lines,
  facts: lines,
  listTitle: line,
  changes: lines,
  decisions: z.array(z.strictObject({ style: line, title: line, lines })),
  forms: z.array(
    z.strictObject({
      change: z.number(),
      rationaleLabel: line,
      rationaleRequired: line,
      rationale: z.string(),
      maxLength: z.number(),
      notes: lines,
      accept: line,
      keep: line,
    }),
  ),
});

function titleOf(criterion: Criterion, { programme }: GateChangeView, gates: Catalogue['gates']): string {
  const { siteGroups = [], staffFamilies = [] } = programme;
  const groupName = isGroupCriterion(criterion)
    ? nameOfGroup(criterion.group, { siteGroups, staffFamilies })
    : undefined;
  const what = criterion.kind === 'evidence' ? criterion.what : undefined;
  return criterionTitle(
    { kind: criterion.kind, ...(groupName ? { groupName } : {}), ...(what ? { what } : {}) },
    gates,
  );
}

function changesInWords(before: GateTerms, after: GateTerms, view: GateChangeView, { gates }: Catalogue) {
  const of = ({ criteria }: GateTerms) => new Map(criteria.map((one) => [one.id, one]));
  const [old, next] = [of(before), of(after)];
  const words: string[] = [];
  if (before.decidesOn !== after.decidesOn)
    words.push(gates.changeDecides(before.decidesOn, after.decidesOn));
  if (before.goLiveOn !== after.goLiveOn) words.push(gates.changeGoLive(before.goLiveOn, after.goLiveOn));
  for (const id of new Set([...old.keys(), ...next.keys()])) {
    const [was, is] = [old.get(id), next.get(id)];
    if (canonicalJson(was) === canonicalJson(is)) continue;
    if (!was || !is) {
      const one = was ?? is;
      if (one) words.push((is ? gates.changeAdded : gates.changeRemoved)(titleOf(one, view, gates)));
    } else words.push(alteredInWords(was, is, titleOf(is, view, gates), gates));
  }
  if (canonicalJson(before.members) !== canonicalJson(after.members)) words.push(gates.changeMembers);
  return words;
}

function alteredInWords(was: Criterion, is: Criterion, title: string, gates: Catalogue['gates']): string {
  const [before, after] = [was, is].map((one) => ('floor' in one ? one.floor : undefined));
  const isFloorAlone = canonicalJson({ ...was, floor: 0 }) === canonicalJson({ ...is, floor: 0 });
  if (!isFloorAlone || before === undefined || after === undefined) return gates.changeOther(title);
  return gates.changeAltered(title, gates.atLeast(before), gates.atLeast(after));
}

const sample: GateChangeView = {
  programme: {
    ...sampleProgramme,
    siteGroups: [
      { id: 'north', name: 'St Bride’s Hospital' },
      { id: 'south', name: 'Harrow Lane Hospital' },
      { id: 'east', name: 'East community' },
    ],
    staffFamilies: [{ id: 'nursing', name: 'Nurses and midwives' }],
  },
  gate: {
    ...sampleGate,
    changes: [
      {
        number: 1,
        proposedAt: sampleGateNow,
        standing: 'proposed',
        terms: {
          ...sampleGate.terms,
          goLiveOn: '2027-01-20' as GateTerms['goLiveOn'],
          criteria: sampleGate.terms.criteria
            .filter(({ id }) => id !== 'confidence-east')
            .map((one) => (one.kind === 'training' ? { ...one, floor: 0.45 } : one)),
        },
      },
    ],
  },
  judgements: [sampleJudgement],
  proposal: { ...sampleMet, basis: 'changed' },
};

export const gateChangeCard = defineCard<GateChangeView, typeof schema>({
  name: 'gate-change',
  schema,
  summarise: ({ programme }, text) => text.gates.changeSummary(programme.name),
  bind: (view, text) => {
    const { programme, gate, judgements, proposal, notice, typed } = view;
    const { gates } = text;
    const change = proposedChange(gate);
    const agreed = judgements.at(-1);
    return {
      programmeId: programme.id,
      gateId: gate.gateId,
      notices: asBox([notice && gates.notices[notice]]),
      heading: plainText(programme.name),
      title: gates.changeHeading(plainText(gate.name)),
      verdicts: asLines([
        agreed && gates.verdictAgreed(agreed.verdict),
        gates.verdictProposed(proposal.verdict),
      ]),
      facts: asLines([change && gates.changeProposed(change.proposedAt)]),
      listTitle: gates.changeList,
      changes: asLines(change ? changesInWords(termsInForce(gate), change.terms, view, text) : []),
      decisions: decisionParts(gate, text),
      forms: change
        ? [
            {
              change: change.number,
              rationaleLabel: gates.rationaleLabel,
              rationaleRequired: gates.rationaleRequired,
              rationale: typed?.rationale ?? '',
              maxLength,
              notes: asLines([gates.bothShown]),
              accept: gates.acceptChange,
              keep: gates.keepCriteria,
            },
          ]
        : [],
    };
  },
  samples: {
    'floors lowered': sample,
    'no reason given yet': { ...sample, notice: 'rationale' },
  },
});
