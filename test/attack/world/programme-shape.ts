/** What a generated programme is like: its places, its people, and how they answer. */

import type { Random } from '../../../src/cli/demo/seeded-random';
import { pick, seededRandom } from '../../../src/cli/demo/seeded-random';
import type { Attribute } from '../attacker/surfaces';

export interface ShapePerson extends Partial<Record<Attribute, string>> {
  readonly id: string;
  readonly siteGroup: string;
  readonly staffFamily: string;
  readonly isAssisted?: true;
}

export interface ProgrammeShape {
  readonly name: string;
  /** k. */
  readonly minimumGroupSize: number;
  readonly confidenceFloor: number;
  readonly people: readonly ShapePerson[];
  readonly siteGroups: readonly string[];
  readonly staffFamilies: readonly string[];
  readonly waves: number;
  readonly questions: number;
  /** People who leave, and others who join, before each later wave. */
  readonly movers: number;
  /** The share of a group who answer: of most groups, and of some quiet ones. */
  readonly response: number;
  /** How far from that groups are, either way. */
  readonly responseSpread: number;
  readonly quietShare: number;
  /** 0: every group is about as favourable; 1: groups are of one mind, each its own. */
  readonly skew: number;
  /** Nobody is ever left out. */
  readonly isAlwaysEveryone?: boolean;
}

const waysToDivide = ['plain', 'tiny sites', 'crossed', 'nested', 'nearly nested', 'quiet', 'small'] as const;

/** One of many kinds of programme, with 2 to 40 atoms; with up to nine and one question where `isShort`. */
export function drawShape(random: Random, seed: string, isShort = false): ProgrammeShape {
  const way = pick(random, waysToDivide);
  const k = 5 + Math.floor(random() * 11);
  const isSmall = isShort || way === 'small' || random() < 0.3;
  const sites = 1 + Math.floor(random() * (isSmall ? 3 : 8));
  const families = (sites === 1 ? 2 : 1) + Math.floor(random() * (isSmall ? 3 : 5));
  const siteGroups = Array.from({ length: sites }, (_, index) => `site${index}`);
  const staffFamilies = Array.from({ length: families }, (_, index) => `family${index}`);
  const people: ShapePerson[] = [];
  for (const siteGroup of siteGroups) {
    const isTiny = way === 'tiny sites' && random() < 0.5;
    for (const staffFamily of staffFamilies) {
      const size = isTiny ? random() * k : 2 * k * (0.6 + random() * (random() < 0.3 ? 4 : 1.2));
      for (let index = 0; index < size; index += 1) {
        people.push({ id: `p${people.length}`, siteGroup, staffFamily });
      }
    }
  }
  return {
    name: `${way} ${seed}`,
    minimumGroupSize: k,
    confidenceFloor: 0.5 + random() * 0.3,
    people: withAssisted(seed, withAttributes(random, way, people, { siteGroups, staffFamilies })),
    siteGroups,
    staffFamilies,
    waves: random() < 0.2 ? 2 : 1,
    questions: isShort || random() < 0.6 ? 1 : 2 + Math.floor(random() * 2),
    movers: Math.floor(random() * 4),
    response: 0.05 + random() * 0.9,
    responseSpread: 0.25,
    quietShare: way === 'quiet' ? 0.7 : random() * 0.4,
    skew: random() < 0.3 ? random() : random() * 0.3,
  };
}

/** In a third of the programmes some people have no Teams: here and there, or most of one staff family. */
function withAssisted(seed: string, people: readonly ShapePerson[]): readonly ShapePerson[] {
  const random = seededRandom(`assisted in ${seed}`);
  if (random() > 1 / 3) return people;
  const family = pick(random, people).staffFamily;
  const [here, elsewhere] =
    random() < 0.5 ? [0.05 + random() * 0.4, 0.05 + random() * 0.2] : [0.5 + random() * 0.5, 0];
  return people.map((person) =>
    random() < (person.staffFamily === family ? here : elsewhere) ? { ...person, isAssisted: true } : person,
  );
}

interface Divisions {
  readonly siteGroups: readonly string[];
  readonly staffFamilies: readonly string[];
}

/** Attributes that cross the hierarchy, lie within it, or lie within it but for a few people. */
function withAttributes(
  random: Random,
  way: (typeof waysToDivide)[number],
  people: readonly ShapePerson[],
  { siteGroups, staffFamilies }: Divisions,
): readonly ShapePerson[] {
  if (way === 'plain' || way === 'tiny sites' || way === 'quiet') return people;
  const strays = way === 'nearly nested' ? 0.01 + random() * 0.03 : 0;
  const cohortOf = new Map(siteGroups.map((site) => [site, `phase${Math.floor(random() * 3)}`]));
  const areaOf = new Map(staffFamilies.map((family) => [family, `area${Math.floor(random() * 3)}`]));
  const hasArea = random() < 0.5;
  return people.map((person) => {
    const isStray = random() < strays;
    const crossed = {
      shift: pick(random, ['days', 'nights', 'rotating', 'unknown'], [0.55, 0.15, 0.27, 0.03]),
      employment: pick(random, ['substantive', 'bank', 'agency'], [0.85, 0.1, 0.05]),
    };
    if (way === 'crossed' || way === 'small') return { ...person, ...crossed };
    const cohort = isStray ? `phase${Math.floor(random() * 3)}` : cohortOf.get(person.siteGroup);
    const area = isStray ? `area${Math.floor(random() * 3)}` : areaOf.get(person.staffFamily);
    return { ...person, ...(cohort ? { cohort } : {}), ...(area && hasArea ? { area } : {}) };
  });
}
