/** Draws whom a generated wave asks: everybody mostly, else whole groups, without some of them, or a share of each. */

import { pick, type Random } from '../../../src/cli/demo/seeded-random';
import { asId, type PersonId } from '../../../src/domain/ids';
import type { Audience, LeftOut, WholeGroups } from '../../../src/domain/pulse/question';
import type { Wave } from '../../../src/domain/pulse/wave';
import { selectAll } from '../../support/select-all';
import type { ProgrammeShape, ShapePerson } from './programme-shape';

export interface DrawnAudience extends Pick<Wave, 'audience' | 'leftOut' | 'notAsked'> {
  readonly people: readonly ShapePerson[];
}

/** By the product's own rule. Fewer than k people are not asked by themselves: of two, each knows what the other said. */
export function drawAudience(
  random: Random,
  shape: ProgrammeShape,
  people: readonly ShapePerson[],
): DrawnAudience {
  const everybody: DrawnAudience = { audience: { kind: 'everyone' }, people };
  if (random() < 0.6) return everybody;
  const audience = audienceOf(random, shape, people);
  const names = { siteGroups: [], staffFamilies: [] };
  const { asked, leftOut, notAsked } = selectAll(names, people.map(candidateOf), audience);
  if (asked.length < shape.minimumGroupSize) return everybody;
  return { audience, leftOut, notAsked, people: asked.map(({ person }) => person) };
}

function candidateOf(person: ShapePerson) {
  const { id, siteGroup, staffFamily } = person;
  const cell = { siteGroup, staffFamily };
  return {
    personId: asId<PersonId>(id),
    aadObjectId: id,
    cellKey: `${siteGroup}|${staffFamily}`,
    cell,
    person,
  };
}

function audienceOf(random: Random, shape: ProgrammeShape, people: readonly ShapePerson[]): Audience {
  const cohorts = [...new Set(people.flatMap(({ cohort }) => cohort ?? []))];
  const some = (ids: readonly string[]) => ids.filter(() => random() < 0.6);
  const groups = (): WholeGroups => {
    const siteGroups = some(shape.siteGroups);
    const staffFamilies = some(shape.staffFamilies);
    return {
      ...(siteGroups.length > 0 ? { siteGroups } : {}),
      ...(staffFamilies.length > 0 && random() < 0.5 ? { staffFamilies } : {}),
    };
  };
  const one = <T>(ids: readonly T[]) => [pick(random, ids)];
  const leaveOut = (): LeftOut => ({
    ...(random() < 0.6 ? { siteGroups: one(shape.siteGroups) } : {}),
    ...(cohorts.length > 0 && random() < 0.7
      ? { cohorts: one(cohorts) }
      : { staffFamilies: one(shape.staffFamilies) }),
    why: 'On leave.',
  });
  const selection = {
    ...(random() < 0.4 ? { only: groups() } : {}),
    leaveOut: Array.from({ length: pick(random, [0, 1, 1, 2]) }, leaveOut),
  };
  if (random() < 0.75) return { kind: 'everyone', ...selection };
  return { kind: 'random', share: pick(random, [0.3, 0.5, 0.8]), seed: String(random()), ...selection };
}
