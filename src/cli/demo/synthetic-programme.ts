/** The demo's programme: about 5,000 invented people in the shape of a real trust, labelled synthetic on every card. */

import { asId } from '../../domain/ids';
import { type Day, dayOf, type Instant, plusDays } from '../../domain/instant';
import type { PersonRow } from '../../domain/programme/person-row';
import type {
  DeclaredHeadcount,
  EscalationPolicy,
  Programme,
  RoleHolder,
  Stage,
  WorkingHours,
} from '../../domain/programme/programme';
import { demoTimeZone } from './calendar';
import { syntheticGate } from './synthetic-gate';
import { syntheticPeople } from './synthetic-people';
import { syntheticPulse, syntheticSchedule } from './synthetic-pulse';
import { families, organisation, siteGroups, sites } from './synthetic-shape';

export interface SyntheticProgramme {
  readonly programme: Programme;
  /** As a people file would hold them. */
  readonly rows: readonly PersonRow[];
  /** Those whose windows the demo opens, the last two when it is asked to; the clinician works in one of the groups that are in trouble. */
  readonly personas: {
    readonly clinician: PersonRow;
    readonly lead: PersonRow;
    readonly sro: PersonRow;
    readonly deputy: PersonRow;
    readonly safety: PersonRow;
  };
}

export const syntheticProgrammeId = 'larkmere-epr';
export const syntheticTenantId = '5e7c0de0-7e4a-4000-8000-000000000000';

/** Somebody who tries the demo in the evening gets the executive's card then, as the clinician gets hers at night. */
const alwaysOpen: WorkingHours = {
  opensAt: '00:00',
  closesAt: '23:59',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  bankHolidays: [],
};

/** The same seed and day give the same programme, people and names. */
export function syntheticProgramme(options: {
  readonly seed: string;
  readonly today: Day;
}): SyntheticProgramme {
  const today = `${options.today}T12:00:00.000Z` as Instant;
  const rows = syntheticPeople(options.seed, today);
  const cast = castOf(rows);
  const programme: Programme = {
    id: asId(syntheticProgrammeId),
    name: 'Larkmere electronic patient record',
    tenantId: syntheticTenantId,
    isSynthetic: true,
    timeZone: demoTimeZone,
    organisations: [{ odsCode: asId(organisation.odsCode), name: organisation.name }],
    minimumGroupSize: 11,
    confidenceFloor: 0.6,
    siteGroups: siteGroups.map(({ id, name }) => ({ id, name })),
    sites: sites.map(({ odsCode, name, siteGroup }) => ({
      odsCode,
      name,
      organisation: asId(organisation.odsCode),
      siteGroup,
    })),
    staffFamilies: families.map(({ id, name }) => ({ id, name })),
    staffGroups: families.flatMap((family) =>
      family.groups.map(({ id, name }) => ({ id, name, staffFamily: family.id })),
    ),
    stages: stagesFrom(today),
    roles: {
      lead: [holder(cast.lead)],
      pmo: [holder(cast.pmo)],
      sro: [holder(cast.sro)],
      deputySro: [holder(cast.deputySro)],
      sponsor: [holder(cast.sponsor)],
      clinicalSafetyOfficer: [holder(cast.clinicalSafetyOfficer)],
      clinicalSafetyDeputy: [holder(cast.clinicalSafetyDeputy)],
      viewer: [holder(cast.viewer)],
    },
    champions: [holder(cast.clinician)],
    workflows: [
      { id: 'drug-round', name: 'The drug round' },
      { id: 'discharge', name: 'Discharge from a ward' },
    ],
    pulses: [{ ...syntheticPulse, schedule: syntheticSchedule(options.today) }],
    gates: [syntheticGate(today)],
    escalationPolicy: policyOf(cast),
    workingHours: alwaysOpen,
    sending: { anyTime: true },
    headcounts: syntheticHeadcounts(dayOf(plusDays(today, -120))),
    safety: {
      callNow: 'the nurse in charge, or extension 5555',
      incidentSystem: 'https://example.org/incidents',
      acknowledgeWithinMinutes: 60,
    },
    speakUp: { name: 'Freedom to Speak Up Guardian', contact: 'https://example.org/speak-up' },
    hospitalNumber: '[A-Z]\\d{6}',
    links: { privacy: 'https://example.org/soundings/privacy' },
  };
  const { clinician, lead, sro, deputySro: deputy, clinicalSafetyOfficer: safety } = cast;
  return { programme, rows, personas: { clinician, lead, sro, deputy, safety } };
}

/** The SRO has two days, the deputy one, the sponsor one; then the board's contact is asked. */
function policyOf({ sponsor, board }: ReturnType<typeof castOf>): EscalationPolicy {
  return {
    leadWithinWorkingDays: 3,
    decideWithinWorkingDays: 5,
    steps: [
      { role: 'sro', acknowledgeWithinHours: 24, decideWithinHours: 48 },
      { role: 'deputySro', acknowledgeWithinHours: 8, decideWithinHours: 24 },
      { role: 'sponsor', decideWithinHours: 24 },
    ],
    board: holder(board),
    sponsors: [
      { category: 'infrastructure', aadObjectId: sponsor.aadObjectId },
      { category: 'staffing', aadObjectId: sponsor.aadObjectId },
    ],
  };
}

/** The people the invented trust counts: its contractor's cleaners were never imported. */
function syntheticHeadcounts(asOf: Day): readonly DeclaredHeadcount[] {
  const source = 'Electronic staff record';
  return [
    { count: 5_240, source, asOf },
    { staffFamily: 'nursing', count: 1_640, source, asOf },
    { staffFamily: 'estates', count: 431, source: `${source}, and the cleaning contractor’s list`, asOf },
    { shift: 'nights', count: 610, source: 'E-rostering', asOf },
  ];
}

/** Everybody with a role is also one of the staff. */
function castOf(rows: readonly PersonRow[]) {
  const nth = (staffGroup: string, siteGroup: string, index: number): PersonRow => {
    const codes = sites.filter((site) => site.siteGroup === siteGroup).map(({ odsCode }) => odsCode);
    const found = rows.filter((row) => row.staffGroup === staffGroup && codes.includes(row.site))[index];
    if (!found) throw new RangeError(`nobody number ${index + 1} in ${staffGroup} at ${siteGroup}`);
    return found;
  };
  const manager = (index: number) => nth('administrative-and-clerical', 'larkmere-general', index);
  return {
    clinician: nth('nursing-and-midwifery', 'east', 0),
    lead: manager(0),
    pmo: manager(1),
    sro: manager(2),
    deputySro: manager(3),
    sponsor: manager(4),
    board: manager(6),
    viewer: manager(5),
    clinicalSafetyOfficer: nth('medical-and-dental', 'larkmere-general', 0),
    clinicalSafetyDeputy: nth('nursing-and-midwifery', 'st-brannoc', 0),
  };
}

function holder({ aadObjectId, displayName }: PersonRow): RoleHolder {
  return { aadObjectId, displayName };
}

function stagesFrom(today: Instant): Stage[] {
  const board = 'Programme board';
  const stage = (name: Stage['name'], days: number, why: string): Stage => ({
    name,
    startsOn: dayOf(plusDays(today, days)),
    setBy: board,
    why,
  });
  return [
    stage('build', -240, 'Contract signed.'),
    stage('test', -110, 'Build complete for the first wards.'),
    stage('train', -45, 'Training ends two weeks before the first go-live.'),
    stage('go-live', 42, 'After the winter plan has been stood down.'),
    stage('stabilise', 70, 'Four weeks of floor support.'),
    stage('optimise', 160, 'First upgrade of the record.'),
  ];
}
