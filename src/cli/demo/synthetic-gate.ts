/** The demo's gate: the first go-live, which waits for the SRO and cannot be met yet. */

import type { GateDefinition } from '../../domain/gate/gate-definition';
import { dayOf, type Instant, plusDays } from '../../domain/instant';
import { syntheticPulse } from './synthetic-pulse';

const goLiveInDays = 42;

/** Decided in three days, so that the SRO has its card when the demo begins. */
export function syntheticGate(today: Instant): GateDefinition {
  const on = (days: number) => dayOf(plusDays(today, days));
  const pulse = syntheticPulse.id;
  const larkmere = { siteGroups: ['larkmere-general'] };
  return {
    id: 'go-live-phase-1',
    name: 'Go-live, phase 1: Larkmere General',
    decidesOn: on(3),
    goLiveOn: on(goLiveInDays),
    setBy: 'Programme board',
    why: 'After the winter plan has been stood down.',
    criteria: [
      { id: 'confidence-everyone', kind: 'confidence', pulse, group: {}, floor: 0.6 },
      { id: 'confidence-nursing', kind: 'confidence', pulse, group: { staffFamilies: ['nursing'] } },
      { id: 'confidence-doctors', kind: 'confidence', pulse, group: { staffFamilies: ['medical'] } },
      { id: 'response', kind: 'response', pulse, group: larkmere, floor: 0.35 },
      { id: 'training', kind: 'training', group: larkmere, floor: 0.8 },
      { id: 'access', kind: 'accessTested', group: larkmere, floor: 0.9 },
      {
        id: 'data-migration',
        kind: 'evidence',
        topic: 'dataMigration',
        what: 'Two trial migrations without a lost allergy',
        owner: 'Head of clinical data',
        dueOn: on(-4),
      },
      {
        id: 'interfaces',
        kind: 'evidence',
        topic: 'interfaces',
        what: 'Results come back from the laboratory for a whole week',
        owner: 'Head of integration',
        dueOn: on(1),
      },
      { id: 'safety-case', kind: 'safetyCase' },
      { id: 'no-hazard-open', kind: 'openBlockers' },
    ],
    calendar: [
      {
        kind: 'winter',
        what: 'Winter plan in force',
        startsOn: on(-60),
        endsOn: on(35),
        setBy: 'Chief operating officer',
        why: 'Every bed is open until then.',
      },
      {
        kind: 'otherGoLive',
        what: 'New laboratory system',
        startsOn: on(49),
        endsOn: on(63),
        setBy: 'Pathology network',
        why: 'Their contract with the old supplier ends.',
      },
      {
        kind: 'releasedTime',
        what: 'Four hours of training in rostered time for every nurse',
        startsOn: on(-10),
        endsOn: on(38),
        setBy: 'Chief nurse',
        why: 'Nobody trains after a night shift.',
      },
    ],
  };
}
