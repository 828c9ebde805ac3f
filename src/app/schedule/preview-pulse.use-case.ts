/** What would follow from opening a pulse at a moment, before anybody is asked. Writes nothing. */

import { localDay } from '../../domain/calendar/local-time';
import { estimateSending } from '../../domain/campaign/estimate-sending';
import { buildFrame } from '../../domain/disclosure/build-frame';
import { termsInForce } from '../../domain/gate/gate-terms';
import { isOver } from '../../domain/gate/settle-gate';
import { gatesOfPulse, warnOfGates } from '../../domain/gate/warn-of-gates';
import { type Instant, plusDays } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { groupsToHear } from '../../domain/pulse/groups-to-hear';
import { openThatAsks } from '../../domain/pulse/open-wave';
import type { GroupCount, PulsePreview } from '../../domain/pulse/pulse-preview';
import type { PulseDefinition } from '../../domain/pulse/question';
import { tellReach } from '../../domain/pulse/tell-reach';
import type { Wave } from '../../domain/pulse/wave';
import { sendingRulesOf } from '../../domain/timing/next-time-to-write';
import { candidatesOf } from '../audience/candidates-of';
import { countReach } from '../audience/count-reach';
import { expectedFrame } from '../audience/frame-of-stage';
import { headcountInput } from '../audience/headcount-input';
import { PeopleAsked } from '../audience/people-asked';
import type { AppContext } from '../context';
import { findGates } from '../gate/find-gates';
import { listRecords } from '../records';

const usualRequestsPerSecond = 50;

export interface PreviewRequest {
  readonly programme: Programme;
  /** Declared, confirmed, or still a draft. */
  readonly pulse: PulseDefinition;
  /** When it would open; now for one that is opened by hand. */
  readonly at: Instant;
}

/** By the people, the charges and the open waves of this moment. Reads three documents for each person asked, and holds none
 * of them.
 * @throws UnavailableError, ThrottledError. */
export async function previewPulse(
  context: Pick<AppContext, 'store' | 'settings'>,
  { programme, pulse, at }: PreviewRequest,
): Promise<PulsePreview> {
  const { store, settings } = context;
  const { audience } = pulse;
  const { minimumGroupSize } = programme;
  const people = new PeopleAsked(() => candidatesOf(store, programme), programme, audience);
  const { everybody, asked } = people;
  const closesAt = plusDays(at, pulse.openForDays);
  const opening = { at, closesAt, isCheck: pulse.isCheck ?? false };
  const reach = await countReach(store, people, opening, sendingRulesOf(programme));
  const { leftOut, notAsked, duplicates, notImported } = people.counts;
  const within = await expectedFrame(context, programme, everybody, localDay(at, programme.timeZone));
  const frame = buildFrame({ ...programme, cells: asked.cells, within });
  const counted = headcountInput(asked, frame, minimumGroupSize);
  const sending = estimateSending(reach.messages, settings.requestsPerSecond ?? usualRequestsPerSecond);
  const gates = gatesOfPulse(
    (await findGates(context, programme.id)).filter((gate) => !isOver(gate)),
    pulse,
  );
  const inTheWay = openThatAsks(await wavesOpenAt(context, programme, at), pulse);
  const peopleIn = (declared: Programme['siteGroups'], part: 'siteGroup' | 'staffFamily') =>
    declared
      .map(({ id, name }): GroupCount => {
        const cells = counted.cells.filter((cell) => cell[part] === id);
        return { name, people: cells.reduce((sum, { headcount }) => sum + headcount, 0) };
      })
      .filter(({ people }) => people > 0);
  return {
    programmeId: programme.id,
    pulseId: pulse.id,
    title: pulse.title,
    at,
    closesAt,
    minimumGroupSize,
    invited: asked.people,
    ...tellReach(asked.people - reach.withoutTeams, reach.notWrittenTo, audience, minimumGroupSize),
    ...(reach.withoutTeams > 0 ? { withoutTeams: reach.withoutTeams } : {}),
    siteGroups: peopleIn(programme.siteGroups, 'siteGroup'),
    staffFamilies: peopleIn(programme.staffFamilies, 'staffFamily'),
    leftOut: leftOut.filter((entry) => entry.people > 0),
    notAsked,
    ...(audience.kind === 'random' ? { drawn: { share: audience.share, seed: audience.seed } } : {}),
    ...(audience.kind === 'list' ? { chosenBecause: audience.why } : {}),
    duplicates,
    notImported,
    newToTeams: reach.newToTeams,
    ...groupsToHear(frame, counted.cells, minimumGroupSize),
    gates: gates.map((gate) => ({
      gateId: gate.gateId,
      name: gate.name,
      decidesOn: termsInForce(gate).decidesOn,
    })),
    unheard: warnOfGates(gates, { pulse, leftOut, asked: counted }),
    ...(inTheWay ? { inTheWay: { title: inTheWay.title, closesAt: inTheWay.closesAt } } : {}),
    ...(sending ? { sending: { firstAt: sending.firstAt, lastAt: sending.lastAt } } : {}),
    minutes: Math.ceil((sending?.seconds ?? 0) / 60),
  };
}

async function wavesOpenAt(
  { store }: Pick<AppContext, 'store'>,
  programme: Programme,
  at: Instant,
): Promise<readonly Wave[]> {
  const waves: Wave[] = [];
  for await (const { document } of listRecords(store, 'wave', programme.id)) {
    if (document.status !== 'closed' && document.closesAt > at) waves.push(document);
  }
  return waves;
}
