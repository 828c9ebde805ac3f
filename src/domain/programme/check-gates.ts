/** Gates: in the right order of days, with criteria on groups and pulses that are declared. */

import { oneWayKinds } from '../disclosure/release';
import {
  type Criterion,
  type GateDefinition,
  isGroupCriterion,
  type NamedGroup,
} from '../gate/gate-definition';
import { isEveryone, oneWayOf } from '../gate/named-group';
import { isWholeOrDrawn } from '../pulse/asks-whole';
import { looksLikeChatPulse } from '../pulse/chat-pulse';
import { checkReference } from './check-reference';
import { findDuplicates } from './find-duplicates';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

type Path = readonly (string | number)[];

export function checkGates(programme: ProgrammeDraft): ProgrammeProblem[] {
  const gates = programme.gates ?? [];
  return [
    ...findDuplicates(gates, 'id', ['gates'], 'gate'),
    ...gates.flatMap((gate, index) => checkGate(gate, programme, ['gates', index])),
  ];
}

function checkGate(gate: GateDefinition, programme: ProgrammeDraft, path: Path): ProgrammeProblem[] {
  const problems = findDuplicates(gate.criteria, 'id', [...path, 'criteria'], 'criterion');
  if (gate.decidesOn > gate.goLiveOn) {
    problems.push({
      path: [...path, 'decidesOn'],
      message: `the gate is decided on ${gate.decidesOn}, after its go-live on ${gate.goLiveOn}`,
      remedy: 'Put the day of the decision before the go-live.',
    });
  }
  gate.calendar.forEach(({ startsOn, endsOn }, index) => {
    if (startsOn <= endsOn) return;
    problems.push({
      path: [...path, 'calendar', index, 'endsOn'],
      message: `it ends on ${endsOn}, before it starts on ${startsOn}`,
      remedy: 'Put endsOn on or after startsOn.',
    });
  });
  return [
    ...problems,
    ...gate.criteria.flatMap((criterion, index) =>
      checkCriterion(criterion, programme, [...path, 'criteria', index]),
    ),
  ];
}

function checkCriterion(criterion: Criterion, programme: ProgrammeDraft, path: Path): ProgrammeProblem[] {
  if (criterion.kind === 'reviewsAgreed') {
    const ids = (programme.workflows ?? []).map(({ id }) => id);
    return (criterion.workflows ?? []).flatMap((workflow, index) =>
      checkReference(workflow, ids, [...path, 'workflows', index], 'workflows'),
    );
  }
  if (!isGroupCriterion(criterion)) return [];
  const problems = checkGroup(criterion.group, programme, [...path, 'group']);
  if (!('pulse' in criterion) || !programme.pulses) return problems;
  const ids = programme.pulses.map(({ id }) => id);
  // One that was set up in chat is looked for when the file is applied.
  if (!looksLikeChatPulse(criterion.pulse)) {
    problems.push(...checkReference(criterion.pulse, ids, [...path, 'pulse'], 'pulses'));
  }
  const pulse = programme.pulses.find(({ id }) => id === criterion.pulse);
  if (pulse && !isWholeOrDrawn(pulse.audience)) {
    problems.push({
      path: [...path, 'pulse'],
      message: `pulse ${pulse.id} asks people who were chosen by name: no gate is judged on it`,
      remedy: 'Name a pulse that asks everyone, whole groups, or a share that is drawn.',
    });
  }
  if (!pulse || criterion.kind !== 'confidence' || criterion.question === undefined) return problems;
  const scored = pulse.questions.filter(({ kind }) => kind !== 'choice' && kind !== 'text');
  const questions = scored.map(({ id }) => id);
  const section = `the scored questions of pulse ${pulse.id}`;
  return [...problems, ...checkReference(criterion.question, questions, [...path, 'question'], section)];
}

function checkGroup(group: NamedGroup, programme: ProgrammeDraft, path: Path): ProgrammeProblem[] {
  const problems: ProgrammeProblem[] = [];
  const check = (
    field: 'siteGroups' | 'staffFamilies',
    declared: readonly { readonly id: string }[] | undefined,
  ) => {
    const ids = declared?.map(({ id }) => id);
    group[field]?.forEach((name, index) => {
      if (ids) problems.push(...checkReference(name, ids, [...path, field, index], field));
    });
  };
  check('siteGroups', programme.siteGroups);
  check('staffFamilies', programme.staffFamilies);
  const oneWay = oneWayKinds.filter((kind) => group[kind] !== undefined);
  const isAlone = oneWay.length === 1 && !group.siteGroups && !group.staffFamilies;
  if (oneWayOf(group) && !isEveryone(group) && !isAlone) {
    problems.push({
      path,
      message: `a group by ${oneWay.join(' and ')} is released only for everyone, not crossed with another`,
      remedy:
        'Name the shift, area, cohort or employment alone, or site groups and staff families without it.',
    });
  }
  return problems;
}
