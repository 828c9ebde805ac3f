/** Invented pulses for the samples of cards: one that ran, one that was missed, one of each kind besides. */

import { asId, type PulseId, type WaveId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import type { MissedRun } from '../domain/pulse/pulse';
import type { PulseStanding } from '../domain/pulse/pulse-standing';

const id = (value: string) => asId<PulseId>(value);
const instant = (value: string) => value as Instant;

export const sampleMissedRun: MissedRun = {
  outcome: 'missed',
  plannedFor: instant('2026-11-24T10:00:00.000Z'),
  at: instant('2026-11-24T10:00:02.000Z'),
  reason: 'askedAlready',
  inTheWay: 'Training check 2',
};

export const sampleStandstill: MissedRun = {
  outcome: 'missed',
  plannedFor: instant('2026-11-24T10:00:00.000Z'),
  at: instant('2026-12-04T08:00:00.000Z'),
  reason: 'notRunning',
  further: { count: 3, until: instant('2026-12-03T10:00:00.000Z') },
};

export const sampleRunning: PulseStanding = {
  pulseId: id('readiness'),
  title: 'Ready for go-live',
  from: 'file',
  status: 'confirmed',
  revision: 0,
  schedule: {
    kind: 'weekly',
    everyWeeks: 2,
    weekday: 1,
    at: '10:00',
    from: '2026-03-02' as Day,
    until: 'go-live',
  },
  nextRun: {
    at: instant('2026-05-26T09:00:00.000Z'),
    movedFrom: '2026-05-25' as Day,
    movedBecause: 'bankHoliday',
  },
  lastRun: {
    outcome: 'opened',
    plannedFor: instant('2026-05-11T09:00:00.000Z'),
    at: instant('2026-05-11T09:00:01.000Z'),
    waveId: asId<WaveId>('larkfield-epr.readiness.w6'),
  },
  lastWave: {
    waveId: asId<WaveId>('larkfield-epr.readiness.w6'),
    title: 'Ready for go-live 6',
    status: 'open',
    opensAt: instant('2026-05-11T09:00:01.000Z'),
    closesAt: instant('2026-05-24T09:00:01.000Z'),
  },
};

export const sampleMissing: PulseStanding = {
  pulseId: id('check'),
  title: 'After go-live',
  from: 'chat',
  status: 'confirmed',
  revision: 3,
  schedule: {
    kind: 'daily',
    everyDays: 3,
    at: '10:00',
    from: 'go-live',
    until: '2027-04-01' as Day,
  },
  nextRun: { at: instant('2026-12-06T10:00:00.000Z') },
  lastRun: sampleStandstill,
};

export const sampleByHand: PulseStanding = {
  pulseId: id('by-hand'),
  title: 'Training check',
  from: 'file',
  status: 'confirmed',
  revision: 0,
  lastWave: {
    waveId: asId<WaveId>('larkfield-epr.by-hand.w2'),
    title: 'Training check 2',
    status: 'closed',
    opensAt: instant('2026-03-11T09:00:01.000Z'),
    closesAt: instant('2026-03-24T09:00:01.000Z'),
  },
};

export const sampleDraftPulse: PulseStanding = {
  pulseId: id('draft'),
  from: 'chat',
  status: 'draft',
  revision: 1,
};

export const sampleRetired: PulseStanding = {
  pulseId: id('old'),
  title: 'Log-ins at the pilot wards',
  from: 'chat',
  status: 'retired',
  revision: 5,
};
