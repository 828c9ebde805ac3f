/** The shape of the demo's trust: the published shape of a mid-sized acute trust (NHS workforce statistics, June 2018,
 * Open Government Licence: 5,077 in all), with an invented organisation, places and people. */

export interface ShapeSiteGroup {
  readonly id: string;
  readonly name: string;
  readonly cohort: string;
  readonly sites: readonly string[];
}

export const organisation = { odsCode: 'ZZLM', name: 'Larkmere and Brannoc Vale Hospitals (invented)' };

/** Two acute hospitals and a dozen community sites. */
export const siteGroups: readonly ShapeSiteGroup[] = [
  {
    id: 'larkmere-general',
    name: 'Larkmere General',
    cohort: 'phase 1',
    sites: ['Larkmere General Hospital'],
  },
  { id: 'st-brannoc', name: 'St Brannoc’s', cohort: 'phase 2', sites: ['St Brannoc’s Hospital'] },
  {
    id: 'north',
    name: 'Northern community',
    cohort: 'phase 3',
    sites: ['Tarn Street Health Centre', 'Fellgate Clinic', 'Hollin Lodge', 'Northmoor Community Hospital'],
  },
  {
    id: 'east',
    name: 'Eastern community',
    cohort: 'phase 3',
    sites: ['Quillmarsh Health Centre', 'Sandlea Clinic', 'Withy House', 'Eastwater Community Hospital'],
  },
  {
    id: 'west',
    name: 'Western community',
    cohort: 'phase 3',
    sites: ['Coppice Road Clinic', 'Brackenholt Health Centre', 'Millrace Lodge', 'Westering Day Unit'],
  },
];

export interface ShapeStaffGroup {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

export interface ShapeFamily {
  readonly id: string;
  readonly name: string;
  /** The share of its people in each site group, in the order above. */
  readonly spread: readonly number[];
  /** Days, nights, rotating, unknown. */
  readonly shifts: readonly number[];
  readonly areas: readonly string[];
  readonly groups: readonly ShapeStaffGroup[];
}

const wardAreas = [
  'Emergency and acute medicine',
  'Surgery and theatres',
  'Women and children',
  'Older people',
];

/** Nine ESR staff groups in six families of at least 300 people. */
export const families: readonly ShapeFamily[] = [
  {
    id: 'nursing',
    name: 'Nursing and midwifery',
    spread: [0.38, 0.27, 0.13, 0.12, 0.1],
    shifts: [0.4, 0.15, 0.43, 0.02],
    areas: wardAreas,
    groups: [
      { id: 'nursing-and-midwifery', name: 'Nursing and Midwifery Registered', people: 1523 },
      { id: 'students', name: 'Students', people: 90 },
    ],
  },
  {
    id: 'medical',
    name: 'Doctors and dentists',
    spread: [0.48, 0.3, 0.08, 0.07, 0.07],
    shifts: [0.4, 0.05, 0.52, 0.03],
    areas: wardAreas,
    groups: [{ id: 'medical-and-dental', name: 'Medical and Dental', people: 517 }],
  },
  {
    id: 'clinical-support',
    name: 'Clinical support',
    spread: [0.36, 0.26, 0.14, 0.13, 0.11],
    shifts: [0.45, 0.18, 0.34, 0.03],
    areas: [...wardAreas, 'Outpatients'],
    groups: [{ id: 'additional-clinical-services', name: 'Additional Clinical Services', people: 1437 }],
  },
  {
    id: 'allied-and-scientific',
    name: 'Allied health and scientific',
    spread: [0.3, 0.24, 0.17, 0.15, 0.14],
    shifts: [0.8, 0.02, 0.16, 0.02],
    areas: ['Therapies', 'Imaging', 'Pharmacy', 'Laboratories'],
    groups: [
      { id: 'allied-health-professionals', name: 'Allied Health Professionals', people: 331 },
      { id: 'add-prof-scientific-and-technic', name: 'Add Prof Scientific and Technic', people: 187 },
      { id: 'healthcare-scientists', name: 'Healthcare Scientists', people: 110 },
    ],
  },
  {
    id: 'administrative',
    name: 'Administrative and managers',
    spread: [0.4, 0.22, 0.14, 0.12, 0.12],
    shifts: [0.93, 0.01, 0.04, 0.02],
    areas: ['Outpatients', 'Corporate', 'Medical records'],
    groups: [{ id: 'administrative-and-clerical', name: 'Administrative and Clerical', people: 564 }],
  },
  {
    id: 'estates',
    name: 'Estates and ancillary',
    spread: [0.36, 0.26, 0.14, 0.12, 0.12],
    shifts: [0.6, 0.1, 0.25, 0.05],
    areas: ['Facilities'],
    groups: [{ id: 'estates-and-ancillary', name: 'Estates and Ancillary', people: 318 }],
  },
];

/** Sites numbered through all groups: ZZLM01, ZZLM02 … */
export const sites = siteGroups
  .flatMap((group) => group.sites.map((name) => ({ name, siteGroup: group.id, cohort: group.cohort })))
  .map((site, index) => ({
    ...site,
    odsCode: `${organisation.odsCode}${String(index + 1).padStart(2, '0')}`,
  }));
