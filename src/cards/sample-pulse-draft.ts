/** An invented pulse that is being set up, for the samples of its cards. */

import { bankQuestion } from '../domain/bank/question-bank';
import { asId, type PulseId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import type { ChatPulse, CountedAudience } from '../domain/pulse/chat-pulse';
import type { PulsePreview } from '../domain/pulse/pulse-preview';
import type { PulseSetupProgramme } from './pulse-field';
import { sampleProgramme } from './subject';

export const sampleSetupProgramme: PulseSetupProgramme = {
  ...sampleProgramme,
  pulses: [],
  stages: [
    { name: 'train', startsOn: '2026-10-05' as Day, setBy: 'Programme board', why: 'Training begins' },
    { name: 'go-live', startsOn: '2027-01-18' as Day, setBy: 'Programme board', why: 'Contract milestone' },
  ],
  siteGroups: [
    { id: 'acute', name: 'Larkfield General' },
    { id: 'community', name: 'Community' },
  ],
  staffFamilies: [
    { id: 'nursing', name: 'Nursing and midwifery' },
    { id: 'medical', name: 'Medical and dental' },
  ],
};

const pulseId = asId<PulseId>('pulse-7d1f02ac');

export const sampleEmptyDraft: ChatPulse = {
  programmeId: sampleProgramme.id,
  pulseId,
  status: 'draft',
  definition: {
    id: pulseId,
    title: '',
    questions: [bankQuestion('safe-first-day')],
    openForDays: 7,
    audience: { kind: 'everyone' },
  },
  revision: 0,
  intents: [],
};

export const sampleDraft: ChatPulse = {
  ...sampleEmptyDraft,
  definition: {
    ...sampleEmptyDraft.definition,
    title: 'Ready for go-live',
    questions: [
      bankQuestion('safe-first-day'),
      bankQuestion('more-confident'),
      { id: asId('cover-at-night-x1'), kind: 'agreement', text: 'There is cover for my training at night.' },
    ],
    audience: {
      kind: 'random',
      share: 0.5,
      seed: '7d1f02ac',
      only: { siteGroups: ['acute'] },
      leaveOut: [{ staffFamilies: ['medical'], why: 'They rotate in that week.' }],
    },
    schedule: {
      kind: 'weekly',
      everyWeeks: 2,
      weekday: 2,
      at: '10:00',
      from: '2026-11-24' as Day,
      until: 'go-live',
    },
  },
  revision: 4,
};

export const sampleCounted: CountedAudience = {
  siteGroups: [
    { id: 'acute', name: 'Larkfield General', people: 1_840 },
    { id: 'community', name: 'Community', people: 412 },
  ],
  staffFamilies: [
    { id: 'nursing', name: 'Nursing and midwifery', people: 1_610 },
    { id: 'medical', name: 'Medical and dental', people: 642 },
  ],
  cohorts: [{ id: 'phase 1', name: 'phase 1', people: 300 }],
  people: 2_252,
  asked: 655,
};

export const samplePreview: PulsePreview = {
  programmeId: sampleProgramme.id,
  pulseId,
  title: 'Ready for go-live',
  at: '2026-11-24T10:00:00.000Z' as Instant,
  closesAt: '2026-12-01T10:00:00.000Z' as Instant,
  minimumGroupSize: 11,
  invited: 655,
  writtenTo: 610,
  notWrittenTo: { choseNotToBeAsked: 10, overBudget: 35, atAllowance: 0, noSuitableTime: 0 },
  siteGroups: [
    { name: 'Larkfield General', people: 600 },
    { name: 'Community', people: 55 },
  ],
  staffFamilies: [{ name: 'Nursing and midwifery', people: 655 }],
  leftOut: [{ groups: 'Medical and dental', why: 'They rotate in that week.', people: 310 }],
  notAsked: [
    { because: 'otherGroups', people: 412 },
    { because: 'notDrawn', people: 655 },
  ],
  drawn: { share: 0.5, seed: '7d1f02ac' },
  duplicates: 0,
  notImported: [],
  newToTeams: 20,
  heard: [{ name: 'Larkfield General · Nursing and midwifery', people: 600 }],
  tooSmall: [
    { name: 'Community · Pharmacy', people: 9, heardWith: 'Community' },
    { name: 'Hospice', people: 7 },
  ],
  gates: [{ gateId: asId('gate.larkfield-epr.go-live'), name: 'Go-live', decidesOn: '2027-01-08' as Day }],
  unheard: [
    {
      gateId: asId('gate.larkfield-epr.go-live'),
      gate: 'Go-live',
      decidesOn: '2027-01-08' as Day,
      group: 'Medical and dental',
      because: 'partlyAsked',
      people: 120,
    },
  ],
  sending: { firstAt: '2026-11-24T10:00:00.000Z' as Instant, lastAt: '2026-11-24T20:30:00.000Z' as Instant },
  minutes: 1,
};
