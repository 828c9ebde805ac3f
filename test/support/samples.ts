/** A small invented programme that tests share; without quiet hours, so that they pass at any hour of the day. */

import { asId, type OrganisationId } from '../../src/domain/ids';
import type { Day } from '../../src/domain/instant';
import type { Programme, WorkingHours } from '../../src/domain/programme/programme';
import type { PulseDefinition } from '../../src/domain/pulse/question';

export const tenantId = '11111111-1111-4111-8111-111111111111';
export const leadOid = 'aaaaaaaa-0000-4000-8000-000000000001';
export const sroOid = 'aaaaaaaa-0000-4000-8000-000000000002';
export const deputyOid = 'aaaaaaaa-0000-4000-8000-000000000003';

export function aPulse(): PulseDefinition {
  return {
    id: asId('readiness'),
    title: 'Ready for go-live',
    questions: [
      {
        id: asId('confidence'),
        kind: 'confidence',
        text: 'How confident are you to work safely on day one?',
      },
      { id: asId('training'), kind: 'agreement', text: 'I have had the training I need.' },
      { id: asId('words'), kind: 'text', text: 'What gets in your way?' },
    ],
    openForDays: 14,
    audience: { kind: 'everyone' },
  };
}

export function aProgramme(): Programme {
  const organisation = asId<OrganisationId>('RZZ');
  return {
    id: asId('larkfield'),
    name: 'Larkfield EPR',
    tenantId,
    isSynthetic: true,
    timeZone: 'Europe/London',
    organisations: [{ odsCode: organisation, name: 'Larkfield NHS Trust' }],
    minimumGroupSize: 5,
    confidenceFloor: 0.6,
    siteGroups: [
      { id: 'acute', name: 'Larkfield General' },
      { id: 'community', name: 'Community' },
    ],
    sites: [
      { odsCode: 'RZZ01', name: 'Larkfield General', organisation, siteGroup: 'acute' },
      { odsCode: 'RZZ02', name: 'Mill Lane Clinic', organisation, siteGroup: 'community' },
    ],
    staffFamilies: [
      { id: 'nursing', name: 'Nursing and midwifery' },
      { id: 'medical', name: 'Medical and dental' },
    ],
    staffGroups: [
      { id: 'nurses', name: 'Nursing and Midwifery Registered', staffFamily: 'nursing' },
      { id: 'doctors', name: 'Medical and Dental', staffFamily: 'medical' },
    ],
    stages: [
      { name: 'go-live', startsOn: '2027-01-18' as Day, setBy: 'Programme board', why: 'Contract milestone' },
    ],
    roles: {
      lead: [{ aadObjectId: leadOid, displayName: 'Lena Lead' }],
      sro: [{ aadObjectId: sroOid, displayName: 'Sam Sponsor' }],
      deputySro: [{ aadObjectId: deputyOid, displayName: 'Dee Deputy' }],
    },
    pulses: [aPulse()],
    sending: { anyTime: true },
    escalationPolicy: { leadWithinWorkingDays: 3, decideWithinWorkingDays: 5 },
    links: {},
  };
}

/** For tests in real time: cards for a role go out whatever the hour at which the tests are run. */
export const aroundTheClock: WorkingHours = {
  opensAt: '00:00',
  closesAt: '24:00',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  bankHolidays: [],
};

/** One site, and so two atoms: for what does not depend on how many there are. */
export function aSmallProgramme(): Programme {
  const { sites, siteGroups, ...programme } = aProgramme();
  return { ...programme, sites: sites.slice(0, 1), siteGroups: siteGroups.slice(0, 1) };
}
