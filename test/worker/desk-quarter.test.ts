/** An SRO's cards over a busy quarter: six waves, forty escalated issues, three gates, Christmas in between. */

import { campaignsShowing } from '../../src/app/desk/campaigns-showing';
import type { WaitingItem } from '../../src/app/desk/waiting-item';
import { waitingItemsOf } from '../../src/app/desk/waiting-items';
import { decideEscalation } from '../../src/app/escalation/decide-escalation.use-case';
import { forwardEscalation } from '../../src/app/escalation/forward-escalation.use-case';
import { raiseEscalation } from '../../src/app/escalation/raise-escalation.use-case';
import { decideGate } from '../../src/app/gate/decide-gate.use-case';
import { intentHandlers } from '../../src/app/intents/registry';
import { applyProgramme } from '../../src/app/programme/apply-programme.use-case';
import { createRecord } from '../../src/app/records';
import { calendarOf } from '../../src/domain/calendar/calendar-of';
import { localDay } from '../../src/domain/calendar/local-time';
import { isWorkingDay, openingOf, workingDayAfter } from '../../src/domain/calendar/working-days';
import { nextOpening } from '../../src/domain/calendar/working-time';
import type { EscalationEvidence } from '../../src/domain/escalation/escalation';
import { escalationIdOf } from '../../src/domain/escalation/raise-escalation';
import type { GateDefinition } from '../../src/domain/gate/gate-definition';
import { asId, type IssueId, type WaveId } from '../../src/domain/ids';
import { type Day, dayOf, epochMsOf, type Instant, plusDays, plusMs } from '../../src/domain/instant';
import { lanes } from '../../src/domain/intent/intent';
import type { Programme } from '../../src/domain/programme/programme';
import type { Wave } from '../../src/domain/pulse/wave';
import { currentCard } from '../../src/worker/current-card';
import { aProgramme, leadOid, sroOid, tenantId } from '../support/samples';
import { type Instance, WorkerWorld } from '../support/worker-world';

const monday = '2026-11-16T00:00:00.000Z' as Instant;
const at = (day: number, time: string) => `${dayOf(plusDays(monday, day))}T${time}:00.000Z` as Instant;
const lastDay = 95;

const programme: Programme = {
  ...aProgramme(),
  escalationPolicy: {
    leadWithinWorkingDays: 3,
    decideWithinWorkingDays: 5,
    steps: [
      { role: 'sro', decideWithinHours: 24 },
      { role: 'deputySro', decideWithinHours: 16 },
    ],
  },
  gates: [30, 58, 86].map(gateOn),
};
const calendar = calendarOf(programme);

function gateOn(day: number): GateDefinition {
  const on = dayOf(plusDays(monday, day));
  return {
    id: `go-live-${day}`,
    name: `Go-live of day ${day}`,
    decidesOn: on,
    goLiveOn: dayOf(plusDays(monday, day + 7)),
    setBy: 'Programme board',
    why: 'The contract ends.',
    criteria: [{ id: 'safety', kind: 'safetyCase' }],
    calendar: [],
  };
}

interface Sent {
  readonly at: Instant;
  readonly on: Day;
  readonly activityId: string;
  readonly isDueSoon: boolean;
}

class Quarter {
  readonly sent: Sent[] = [];
  /** When each thing first waited for the SRO, until when it did, and by when it was to be decided. */
  readonly waited = new Map<
    string,
    { readonly since: Instant; until: Instant; readonly deadline: Instant }
  >();
  /** What the SRO had seen of each by when: the first card that names it, or says that there are more. */
  readonly seen = new Map<string, Instant>();
  private counted = 0;

  private constructor(
    private readonly world: WorkerWorld,
    private readonly instance: Instance,
  ) {}

  static async begin(world: WorkerWorld): Promise<Quarter> {
    world.clock.correctWallTime(epochMsOf(monday) - epochMsOf(world.clock.now()));
    const instance = world.start({
      handlers: intentHandlers,
      cards: currentCard(world.context, true),
      campaignsShowing,
    });
    await applyProgramme(world.context, programme);
    return new Quarter(world, instance);
  }

  get now(): Instant {
    return this.world.clock.now();
  }

  personIdOf(aadObjectId: string) {
    return this.world.keys.personIdOf(tenantId, aadObjectId);
  }

  async waiting(): Promise<readonly WaitingItem[]> {
    return waitingItemsOf(this.world.context, programme, this.personIdOf(sroOid));
  }

  failures(): readonly unknown[] {
    return this.instance.log.lines.filter(({ level }) => level === 'error');
  }

  /** Lets everything happen that is due until then. */
  async to(moment: Instant): Promise<void> {
    for (;;) {
      const due = await this.nextDue();
      if (due === undefined || due > moment) break;
      await this.at(due);
    }
    await this.at(moment);
  }

  /** Lets what was just done take effect. */
  async settle(): Promise<void> {
    await this.at(this.now);
  }

  private async at(moment: Instant): Promise<void> {
    const { clock } = this.world;
    clock.correctWallTime(Math.max(0, epochMsOf(moment) - epochMsOf(clock.now())));
    this.instance.worker.poke();
    for (let rounds = 0; ; rounds += 1) {
      await clock.advance(100);
      const due = await this.nextDue();
      if ((due === undefined || due > this.now) && this.world.messenger.inFlight === 0) break;
      if (rounds > 600) throw new Error('it does not come to rest');
    }
    await this.look();
  }

  private async nextDue(): Promise<Instant | undefined> {
    const found = await Promise.all(lanes.map((lane) => this.world.store.due(lane, '9999', 1)));
    const times = found.flatMap((documents, index) => {
      const lane = lanes[index];
      return documents.flatMap(({ document }) => (lane && document.dueAt?.[lane]) ?? []);
    });
    return times.sort()[0];
  }

  private async look(): Promise<void> {
    const { received, shown } = this.world.messenger;
    for (const { aadObjectId, activityId, card } of received.slice(this.counted)) {
      if (aadObjectId !== sroOid) continue;
      const on = localDay(this.now, 'Europe/London');
      const isDueSoon = JSON.stringify(card).includes('Due within 24 hours');
      this.sent.push({ at: this.now, on, activityId, isDueSoon });
    }
    this.counted = received.length;
    const waiting = await this.waiting();
    const unseen: string[] = [];
    for (const { id, asking, deadline } of waiting) {
      const key = `${id}:${asking}`;
      const known = this.waited.get(key);
      if (known) known.until = this.now;
      else this.waited.set(key, { since: this.now, until: this.now, deadline });
      if (!this.seen.has(key)) unseen.push(key);
    }
    if (unseen.length === 0) return;
    const cards = this.sent.slice(-3).map(({ activityId }) => JSON.stringify(shown.get(activityId)));
    for (const key of unseen) {
      const [id = ''] = key.split(':');
      const isSeen = cards.some((card) => card.includes(id) || card.includes('more items wait'));
      if (isSeen) this.seen.set(key, this.now);
    }
  }
}

/** Numbers that are the same in every run, 0 to 1. */
function* numbers(): Generator<number, never> {
  for (let state = 42; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

test('at most two cards a working day, none at other times, and nothing waits unseen longer than to the next digest', async () => {
  const world = await WorkerWorld.open();
  try {
    const quarter = await Quarter.begin(world);
    const { context } = world;
    const random = numbers();
    const next = () => random.next().value;
    const events: { readonly at: Instant; readonly act: () => Promise<unknown> }[] = [];
    for (let wave = 1; wave <= 6; wave += 1) {
      const waveId = asId<WaveId>(`larkfield.readiness.w${wave}`);
      const evidence = ['acute', 'community'].map((groupId) => evidenceOf(`${groupId}${wave}`, waveId));
      const raised = at(3 + 14 * (wave - 1), '15:20');
      const source = { kind: 'wave' as const, waveId };
      await createRecord(context.store, 'wave', closedWave(waveId));
      events.push({ at: raised, act: () => raiseEscalation(context, { programme, source, evidence }) });
      const lead = { personId: quarter.personIdOf(leadOid), words: { options: [] } };
      const place = { programmeId: programme.id, escalationId: escalationIdOf(waveId) };
      // Every second one goes up by itself.
      if (wave % 2)
        events.push({
          at: plusMs(raised, 19 * 3_600_000),
          act: () => forwardEscalation(context, { ...place, lead }),
        });
    }
    for (let issue = 1; issue <= 40; issue += 1) {
      const busy = next() < 0.5 ? 20 + Math.floor(next() * 10) : Math.floor(next() * 80);
      const moment = plusMs(at(busy, '00:00'), Math.floor(next() * 86_400_000));
      const issueId = asId<IssueId>(`larkfield.issue.${String(issue).padStart(2, '0')}`);
      events.push({ at: moment, act: () => raiseIssue(issueId) });
    }
    const raiseIssue = (issueId: IssueId) =>
      raiseEscalation(context, {
        programme,
        source: { kind: 'issue', issueId },
        facts: [
          {
            kind: 'issue',
            issueId,
            title: `Printers stand still (${issueId})`,
            category: 'infrastructure',
            effect: 'slowsMeDown',
            siteGroupName: 'Larkfield General',
            raisedOn: dayOf(context.clock.now()),
            support: 'aFewOthers',
            isHazard: false,
          },
        ],
        prepared: {
          by: quarter.personIdOf(leadOid),
          words: { question: `Shall we lease printers for ${issueId}?`, options: [] },
        },
      });
    // The SRO decides some things before lunch, on most days.
    for (let day = 0; day < lastDay; day += 1) {
      const isOff = next() < 0.3 || !isWorkingDay(dayOf(plusDays(monday, day)), calendar);
      if (!isOff) events.push({ at: at(day, '11:40'), act: () => decideSome() });
    }
    const decideSome = async () => {
      for (const { kind, id, asking } of await quarter.waiting()) {
        if (next() < 0.5 || !quarter.seen.has(`${id}:${asking}`)) continue;
        const by = { programmeId: programme.id, personId: quarter.personIdOf(sroOid) };
        if (kind === 'gate') {
          const words = { rationale: 'Not yet.' };
          await decideGate(context, { ...by, gateId: asId(id), kind: 'stop', revision: 0, words });
        } else {
          await decideEscalation(context, {
            ...by,
            escalationId: asId(id),
            kind: 'reject',
            rationale: 'No money.',
          });
        }
      }
    };

    for (const event of events.sort((a, b) => (a.at < b.at ? -1 : 1))) {
      await quarter.to(event.at);
      await event.act();
      await quarter.settle();
    }
    await quarter.to(at(lastDay + 14, '12:00'));

    const { sent, waited, seen } = quarter;
    expect(new Set([...waited.keys()].map((key) => key.replace(/:\d+$/, ''))).size).toBe(6 + 40 + 3);
    const days = new Map(sent.map(({ on }) => [on, sent.filter((one) => one.on === on)]));
    for (const [day, cards] of days) {
      expect([day, cards.length <= 2]).toEqual([day, true]);
      expect([day, cards.filter(({ isDueSoon }) => isDueSoon).length <= 1]).toEqual([day, true]);
      expect([day, isWorkingDay(day, calendar)]).toEqual([day, true]);
    }
    for (const one of sent) expect([one.at, nextOpening(one.at, calendar)]).toEqual([one.at, one.at]);
    const unseen = [...waited].filter(([key, { since, until }]) => {
      const byThen = openingOf(workingDayAfter(localDay(since, 'Europe/London'), 1, calendar), calendar);
      return until > plusMs(byThen, 60_000) && (seen.get(key) ?? '9') > plusMs(byThen, 60_000);
    });
    expect(unseen).toEqual([]);
    const lateUnsaid = [...waited].filter(([key, { until, deadline }]) => {
      if (until < deadline) return false;
      const from = nextOpening(plusDays(deadline, -1), calendar);
      const [id = ''] = key.split(':');
      return !sent.some(
        ({ at: sentAt, activityId }) =>
          localDay(sentAt, 'Europe/London') >= localDay(from, 'Europe/London') &&
          JSON.stringify(world.messenger.shown.get(activityId)).includes(id),
      );
    });
    expect(lateUnsaid).toEqual([]);
    // Busy enough to prove something.
    expect(Math.max(...[...days.values()].map((cards) => cards.length))).toBe(2);
    expect(sent.length).toBeLessThan(waited.size);
    expect(quarter.failures()).toEqual([]);
  } finally {
    await world.close();
  }
});

/** Nobody was invited: who is told of a decision is another test's. */
function closedWave(waveId: WaveId): Wave {
  return {
    waveId,
    programmeId: programme.id,
    pulseId: asId('readiness'),
    title: 'Ready for go-live',
    status: 'closed',
    questions: [],
    audience: { kind: 'everyone' },
    minimumGroupSize: 5,
    confidenceFloor: 0.6,
    frame: { atoms: [] },
    campaignId: asId(`invite.${waveId}`),
    opensAt: monday,
    closesAt: monday,
    openedBy: 'command',
    intents: [],
  };
}

function evidenceOf(groupId: string, waveId: WaveId): EscalationEvidence {
  return {
    kind: 'belowFloor',
    groupId: asId(groupId),
    groupName: `Group ${groupId}`,
    waveId,
    waveTitle: 'Ready for go-live',
    atomIds: [groupId],
    n: 40,
    headcount: 90,
    favourableShare: 0.3,
    interval: { lower: 0.18, upper: 0.45 },
    floor: 0.6,
    lowSince: monday,
  };
}
