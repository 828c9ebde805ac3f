/** A step names one holder, looking comes before deciding, and a sponsor is somebody who can be shown the card. */

import type { EscalationPolicy, EscalationStep } from './programme';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

type Path = ProgrammeProblem['path'];

export function checkEscalationPolicy({ escalationPolicy, roles }: ProgrammeDraft): ProgrammeProblem[] {
  if (!escalationPolicy) return [];
  const { steps = [], sponsors = [] } = escalationPolicy;
  return [
    ...steps.flatMap((step, index) => checkStep(step, ['escalationPolicy', 'steps', index])),
    ...(roles ? checkSponsors(sponsors, roles.sponsor ?? []) : []),
  ];
}

function checkStep(step: EscalationStep, path: Path): ProgrammeProblem[] {
  const { role, person, acknowledgeWithinHours, decideWithinHours } = step;
  const problems: ProgrammeProblem[] = [];
  if (role && person) {
    problems.push({
      path: [...path, 'person'],
      message: 'a step asks a role or a person, not both',
      remedy: 'Take one of the two out, or make them two steps.',
    });
  }
  if (!role && !person) {
    problems.push({
      path,
      message: 'this step asks nobody',
      remedy: 'Add "role:" with a role, or "person:" with aadObjectId and displayName.',
    });
  }
  if (acknowledgeWithinHours !== undefined && acknowledgeWithinHours >= decideWithinHours) {
    problems.push({
      path: [...path, 'acknowledgeWithinHours'],
      message: `to look within ${acknowledgeWithinHours} hours and decide within ${decideWithinHours} leaves no time between`,
      remedy: 'Write fewer hours than decideWithinHours, or take the line out.',
    });
  }
  return problems;
}

function checkSponsors(
  sponsors: NonNullable<EscalationPolicy['sponsors']>,
  holders: readonly { readonly aadObjectId: string }[],
): ProgrammeProblem[] {
  const held = new Set(holders.map(({ aadObjectId }) => aadObjectId.toLowerCase()));
  const seen = new Set<string>();
  return sponsors.flatMap(({ category, aadObjectId }, index): ProgrammeProblem[] => {
    const path = ['escalationPolicy', 'sponsors', index, 'aadObjectId'];
    const id = aadObjectId.toLowerCase();
    if (!held.has(id)) {
      return [
        {
          path,
          message: `"${aadObjectId}" is not a sponsor of this programme`,
          remedy: 'Add this person under roles, sponsor.',
        },
      ];
    }
    const isRepeated = seen.has(`${category} ${id}`);
    seen.add(`${category} ${id}`);
    if (!isRepeated) return [];
    return [
      { path, message: `this sponsor answers for "${category}" already`, remedy: 'Remove one of the two.' },
    ];
  });
}
