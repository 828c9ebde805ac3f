/** Who can be asked at which step of an escalation, as it is at the moment of asking. */

import type { PersonId } from '../ids';
import type { Asked } from './escalation';
import type { ChainStep } from './steps-of';

/** A step with those who hold it now, away or not. */
export interface Rung {
  readonly step: ChainStep;
  readonly people: readonly Asked[];
}

export interface Roster {
  /** One for each step of the policy, in order. */
  readonly rungs: readonly Rung[];
  /** Deputies of the SRO: asked in place of an SRO who is away, also where no step names them. */
  readonly deputies: readonly Asked[];
  /** Everybody who could be asked something in this programme now. */
  readonly holders: ReadonlySet<PersonId>;
  readonly away: ReadonlySet<PersonId>;
  /** Who gets a copy and may advise: executive sponsors who answer for what it is about; of a gate, the lead. */
  readonly copied: readonly PersonId[];
}

/** Who is asked at a step: whoever holds it and is not away; for an SRO who is, the deputy. Nobody when it is to be
 * skipped. */
export function askedAt(roster: Roster, step: number): readonly Asked[] {
  const rung = roster.rungs[step];
  if (!rung) return [];
  const present = there(rung.people, roster);
  if (present.length > 0) return present;
  return 'role' in rung.step.who && rung.step.who.role === 'sro' ? there(roster.deputies, roster) : [];
}

/** Without those who are away. */
export function there(people: readonly Asked[], { away }: Roster): readonly Asked[] {
  return people.filter(({ personId }) => !away.has(personId));
}

/** The first step from `from` on at which there is somebody beside `already`, and who they are. */
export function nextStep(
  roster: Roster,
  from: number,
  already: readonly Asked[],
): { readonly step: number; readonly people: readonly Asked[] } | undefined {
  for (let step = from; step < roster.rungs.length; step += 1) {
    const people = without(askedAt(roster, step), already);
    if (people.length > 0) return { step, people };
  }
  return undefined;
}

/** Those of the steps up to `last` who are there. */
export function presentTo(roster: Roster, last: number): readonly Asked[] {
  const steps = roster.rungs.slice(0, last + 1);
  return withoutRepeats(steps.flatMap((_, step) => askedAt(roster, step)));
}

/** Everybody of every step who is there; with all of them away, all. */
export function everybody(roster: Roster): readonly Asked[] {
  const present = presentTo(roster, roster.rungs.length);
  return present.length > 0 ? present : withoutRepeats(roster.rungs.flatMap(({ people }) => people));
}

export function without(people: readonly Asked[], others: readonly Asked[]): readonly Asked[] {
  return withoutRepeats(people).filter(
    ({ personId }) => !others.some((other) => other.personId === personId),
  );
}

function withoutRepeats(people: readonly Asked[]): readonly Asked[] {
  const seen = new Set<PersonId>();
  return people.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
}
