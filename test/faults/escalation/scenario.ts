/** One run: a drawn sequence of presses, kills, leaps and faults; then everything heals, and what is left is judged. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { raiseEscalation } from '../../../src/app/escalation/raise-escalation.use-case';
import { comeBack, goAway } from '../../../src/app/people/absence.use-case';
import type { Card } from '../../../src/app/ports/messenger';
import type { EscalationFact } from '../../../src/domain/escalation/escalation';
import { asId, type IssueId } from '../../../src/domain/ids';
import { type Day, dayOf, type Instant, plusDays } from '../../../src/domain/instant';
import { noticePerhapsUnsaved, noticeUnsaved } from '../../../src/text/en/notices';
import type { TemporaryFolder } from '../../support/embedded';
import { seededRandom } from '../../support/loopback-teams/seeded-random';
import { deputyOid, leadOid, sroOid } from '../../support/samples';
import { FaultWorld, programme } from './fault-world';
import { judge, type Told, type Verdict } from './judge';
import { asksAbout, buttonsOf, type Press, pressOf, send, textsOf } from './press';

const hourMs = 3_600_000;
/** How many turns of the event loop an answer is waited for: one that a dead instance owes never comes. */
const patience = 300;
const usualEvents = 30;
type What = 'time' | 'leap' | 'jump' | 'press' | 'late' | 'kill' | 'start' | 'raise' | 'away' | 'freeze';
const drawnFrom: readonly What[] = [
  ...(['press', 'press', 'press', 'press', 'press', 'time', 'time', 'leap', 'leap'] as const),
  ...(['jump', 'late', 'late', 'kill', 'start', 'start', 'raise', 'away', 'freeze'] as const),
];

class Scenario {
  private readonly late: Press[] = [];
  /** What people see on their devices: what was sent, and what answered a press. */
  private readonly screens: { readonly aadObjectId: string; readonly card: Card }[] = [];
  private presses = 0;
  private raised = 0;

  constructor(
    private readonly world: FaultWorld,
    private readonly random: () => number,
    private readonly promised: Promised,
    /** Tells one process's typed words from another's. */
    private readonly name: string,
  ) {}

  async happenings(events: number): Promise<void> {
    this.world.start();
    this.world.start();
    await this.raise();
    await this.world.leap(2 * hourMs);
    for (let event = 0; event < events; event += 1) {
      await this.happen(this.oneOf(drawnFrom) ?? 'time');
      if (this.random() < 0.6) await this.world.world.clock.advance(this.random() < 0.5 ? 200 : 1_200);
    }
  }

  private async happen(what: What): Promise<void> {
    const { world } = this;
    switch (what) {
      case 'time':
        return world.world.clock.advance(50 + this.random() * 5_000);
      case 'leap':
        return world.leap((1 + this.random() * 30) * hourMs);
      case 'jump':
        return world.leap((this.random() - 0.5) * 4 * hourMs);
      case 'press':
        return this.pressSome();
      case 'late':
        return this.deliver(this.late.splice(0, 2));
      case 'kill':
        return world.someInstance().kill();
      case 'start':
        if (world.living().length < 2) world.start();
        return;
      case 'raise':
        return this.raise();
      case 'away':
        return this.absence();
      case 'freeze': {
        const { clock } = world.someInstance();
        clock.freeze();
        await world.world.clock.advance(6_000);
        clock.resume();
      }
    }
  }

  /** Up to three people press at once; each press reaches us once to three times, on any instance, or only later. */
  private async pressSome(): Promise<void> {
    const now: Press[] = [];
    for (let person = 0; person < 1 + Math.floor(this.random() * 3); person += 1) {
      const press = this.press();
      if (!press) continue;
      for (let copy = 0; copy < 1 + Math.floor(this.random() * 3); copy += 1) {
        if (this.random() < 0.2) this.late.push(press);
        else now.push(press);
      }
    }
    await this.deliver(now);
  }

  /** Some button of one of the latest cards, seldom of an old one. */
  private press(): Press | undefined {
    const { received, shown } = this.world.world.messenger;
    const sent = received.map(({ aadObjectId, activityId }) => ({
      aadObjectId,
      card: shown.get(activityId) ?? {},
    }));
    const all = [...sent, ...this.screens].filter(({ card }) => buttonsOf(card).length > 0);
    const seen = this.random() < 0.8 ? all.slice(-6) : all;
    const screen = this.oneOf(seen);
    const button = screen && this.oneOf(buttonsOf(screen.card));
    if (!screen || !button) return undefined;
    return this.pressed(screen.aadObjectId, button);
  }

  private pressed(aadObjectId: string, button: ReturnType<typeof buttonsOf>[number]): Press {
    this.presses += 1;
    return pressOf(aadObjectId, button, {
      words: `reason ${this.name}${this.presses}.`,
      random: this.random,
      now: this.world.now,
    });
  }

  private async deliver(presses: readonly Press[]): Promise<void> {
    await this.within(Promise.all(presses.map((press) => this.answered(press))));
  }

  private async answered(press: Press): Promise<void> {
    const card = await send(this.world.someInstance().context, press);
    this.screens.push({ aadObjectId: press.aadObjectId, card });
    const { rationale } = press.data;
    if (press.verb !== 'escalation-decide' || typeof rationale !== 'string') return;
    if (givesBackAsDecided(card, rationale)) this.promised.decided(rationale);
  }

  private async raise(): Promise<void> {
    if (this.raised >= 4) return;
    this.raised += 1;
    const issueId = asId<IssueId>(`larkfield.issue.${this.name}${this.raised}`);
    const fact: EscalationFact = {
      kind: 'issue',
      issueId,
      title: 'Printers stand still',
      category: 'infrastructure',
      effect: 'workAround',
      siteGroupName: 'Larkfield General',
      raisedOn: dayOf(this.world.now),
      support: 'aFewOthers',
      isHazard: false,
    };
    const by = this.world.world.keys.personIdOf(programme.tenantId, leadOid);
    const isPrepared = this.random() < 0.5;
    const found = {
      programme,
      source: { kind: 'issue' as const, issueId },
      facts: [fact],
      ...(isPrepared ? { prepared: { by, words: { options: [] } } } : {}),
    };
    const raising = raiseEscalation(this.world.someInstance().context, found).then((result) => {
      if (result.outcome === 'raised') this.promised.raised(result.escalationId);
    });
    await this.within(raising.catch(() => undefined));
  }

  private async absence(): Promise<void> {
    const personId = this.world.world.keys.personIdOf(
      programme.tenantId,
      this.oneOf([sroOid, deputyOid]) ?? sroOid,
    );
    const { context } = this.world.someInstance();
    const until = dayOf(plusDays(this.world.now, 1 + Math.floor(this.random() * 3))) as Day;
    const change =
      this.random() < 0.6
        ? goAway(context, [programme], { personId, until })
        : comeBack(context, [programme], personId);
    await this.within(change.then(() => undefined).catch(() => undefined));
  }

  /** Everybody is silent for a while; then each escalation is decided on a card that somebody has. */
  async heal(): Promise<void> {
    const context = this.world.heal();
    await this.world.passUntil(plusDays(this.world.now, 16));
    for (const { escalationId, status } of await this.world.escalations()) {
      if (status === 'decided') continue;
      await this.decideOnSomeCard(context, escalationId);
    }
    await this.world.passUntil(plusDays(this.world.now, 2));
  }

  private async decideOnSomeCard(context: Parameters<typeof send>[0], escalationId: string): Promise<void> {
    const { received, shown } = this.world.world.messenger;
    for (const { aadObjectId, activityId } of [...received].reverse()) {
      const sent = shown.get(activityId);
      if (!sent || !asksAbout(sent, escalationId)) continue;
      const opening = buttonsOf(sent).find(
        ({ action }) =>
          action.verb === 'desk-open' && JSON.stringify(action.data).includes(`"${escalationId}"`),
      );
      const card = opening ? await send(context, this.pressed(aadObjectId, opening)) : sent;
      const reject = buttonsOf(card).find(
        ({ action }) =>
          action.verb === 'escalation-decide' &&
          JSON.stringify(action.data).includes(`"${escalationId}"`) &&
          JSON.stringify(action.data).includes('"reject"'),
      );
      if (!reject) continue;
      await send(context, this.pressed(aadObjectId, reject));
      const now = await this.world.escalations();
      if (now.some((one) => one.escalationId === escalationId && one.status === 'decided')) return;
    }
  }

  private async within(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    void work.finally(() => {
      isOver = true;
    });
    for (let turn = 0; turn < patience && !isOver; turn += 1) await nextTurn();
  }

  private oneOf<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.random() * items.length)];
  }
}

/** A notice that gives the words back says that they may not have been saved, and promises nothing. */
function givesBackAsDecided(card: Card, rationale: string): boolean {
  const texts = textsOf(card);
  return texts.includes(rationale) && !texts.includes(noticePerhapsUnsaved) && !texts.includes(noticeUnsaved);
}

/** What people and callers were told: it must be true for ever. */
export interface Promised {
  raised(escalationId: string): void;
  decided(rationale: string): void;
}

/** What happens, without an end to it: whoever calls it may be killed meanwhile. */
export async function happen(
  seed: number,
  promised: Promised,
  {
    folder,
    startsAt,
    name = '',
  }: { readonly folder?: TemporaryFolder; readonly startsAt?: Instant; readonly name?: string },
): Promise<void> {
  const random = seededRandom(seed);
  const place = { ...(folder ? { folder } : {}), ...(startsAt ? { startsAt } : {}) };
  const world = await FaultWorld.open(random, place);
  await new Scenario(world, random, promised, name).happenings(usualEvents);
}

/** The same seed gives the same run, as far as the machine's own order of input and output allows. */
export async function runScenario(seed: number, events = usualEvents): Promise<Verdict> {
  return judged(seed, {}, (scenario) => scenario.happenings(events));
}

/** What earlier processes left in the folder: healed and judged. */
export async function settleLeftovers(
  seed: number,
  place: { readonly folder: TemporaryFolder; readonly startsAt: Instant },
  told: Told,
): Promise<Verdict> {
  return judged(seed, place, async () => {}, told);
}

async function judged(
  seed: number,
  place: { readonly folder?: TemporaryFolder; readonly startsAt?: Instant },
  before: (scenario: Scenario) => Promise<void>,
  told: Told = { raised: new Set(), decided: new Set() },
): Promise<Verdict> {
  const random = seededRandom(seed);
  const world = await FaultWorld.open(random, place);
  const promised = {
    raised: (escalationId: string) => told.raised.add(escalationId),
    decided: (rationale: string) => told.decided.add(rationale),
  };
  try {
    const scenario = new Scenario(world, random, promised, 'z');
    await before(scenario);
    await scenario.heal();
    return await judge(world, told);
  } finally {
    await world.world.close();
  }
}
