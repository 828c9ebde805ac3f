/** A programme whose instances fail, die and are started again, on one store, with a Teams that keeps what it is sent. */

import type { AppContext } from '../../../src/app/context';
import { campaignsShowing } from '../../../src/app/desk/campaigns-showing';
import type { DocumentOf } from '../../../src/app/documents';
import { intentHandlers } from '../../../src/app/intents/registry';
import type { Card } from '../../../src/app/ports/messenger';
import { applyProgramme } from '../../../src/app/programme/apply-programme.use-case';
import type { Campaign } from '../../../src/domain/campaign/campaign';
import type { DecisionId, EscalationId } from '../../../src/domain/ids';
import { epochMsOf, type Instant } from '../../../src/domain/instant';
import { lanes } from '../../../src/domain/intent/intent';
import type { Programme } from '../../../src/domain/programme/programme';
import { currentCard } from '../../../src/worker/current-card';
import type { TemporaryFolder } from '../../support/embedded';
import type { StoreCall, StoreFault } from '../../support/faulty-store';
import type { FalseReply } from '../../support/recording-messenger';
import { aProgramme } from '../../support/samples';
import { type Instance, WorkerWorld } from '../../support/worker-world';
import { asksAbout } from './press';

const sponsorOid = 'aaaaaaaa-0000-4000-8000-000000000007';
const boardOid = 'aaaaaaaa-0000-4000-8000-000000000008';
export const monday = '2026-11-23T08:00:00.000Z' as Instant;

export const programme: Programme = {
  ...aProgramme(),
  roles: {
    ...aProgramme().roles,
    sponsor: [{ aadObjectId: sponsorOid, displayName: 'Spencer Sponsor' }],
  },
  escalationPolicy: {
    leadWithinWorkingDays: 1,
    decideWithinWorkingDays: 2,
    steps: [
      { role: 'sro', acknowledgeWithinHours: 2, decideWithinHours: 8 },
      { role: 'deputySro', decideWithinHours: 4 },
      { role: 'sponsor', decideWithinHours: 4 },
    ],
    board: { aadObjectId: boardOid, displayName: 'Bo Board' },
    sponsors: [{ category: 'infrastructure', aadObjectId: sponsorOid }],
  },
};

/** That an escalation was decided for good, by the commit; it may come back on the day of its review. */
interface Settled {
  readonly decisionId: DecisionId;
  readonly atMs: number;
  readonly reviewOn?: string;
}

/** Longer than it takes to make a card and begin its request. */
const mostMs = 1_000;
const quarterOfAnHourMs = 900_000;

export class FaultWorld {
  /** Requests for a card that asks about an escalation, begun too late after it was decided. */
  askedAfterwards = 0;
  /** Calls of the store that failed, and processes that died in one. */
  faults = 0;
  private readonly settled = new Map<EscalationId, Settled>();
  readonly instances: Instance[] = [];
  private isFailing = true;
  /** What each card was sent about; nothing for the news of a decision. */
  private readonly subjects = new WeakMap<Card, readonly string[]>();

  private constructor(
    readonly world: WorkerWorld,
    private readonly random: () => number,
  ) {
    this.watchCommits();
    this.watchPosts();
  }

  /** @param startsAt later than whatever is in the folder. */
  static async open(
    random: () => number,
    { folder, startsAt = monday }: { readonly folder?: TemporaryFolder; readonly startsAt?: Instant } = {},
  ): Promise<FaultWorld> {
    const replyTo = (): FalseReply | undefined => {
      if (!faulty.isFailing || random() > 0.04) return undefined;
      if (random() < 0.5)
        return { reply: { outcome: 'throttled', scope: 'conversation', retryAfterMs: 500 } };
      return { reply: { outcome: 'ambiguous', reason: 'reset' }, isCarriedOut: random() < 0.5 };
    };
    const world = await WorkerWorld.open({ replyTo, latencyMs: 30 }, folder);
    const faulty: FaultWorld = new FaultWorld(world, random);
    world.clock.correctWallTime(epochMsOf(startsAt) - epochMsOf(world.clock.now()));
    await applyProgramme(world.context, programme);
    return faulty;
  }

  get now(): Instant {
    return this.world.clock.now();
  }

  start(): Instance {
    const instance = this.world.start({
      handlers: intentHandlers,
      cards: async (campaign, delivery, address) => {
        const message = await currentCard(instance.context, true)(campaign, delivery, address);
        if (message !== 'nothing') this.subjects.set(message.card, await this.subjectsOf(campaign));
        return message;
      },
      campaignsShowing,
      faultOf: (call) => this.faultOf(call),
    });
    this.instances.push(instance);
    return instance;
  }

  living(): readonly Instance[] {
    return this.instances.filter((instance) => !instance.isDead());
  }

  /** One of those that live; a new one where none does. */
  someInstance(): Instance {
    const living = this.living();
    return living[Math.floor(this.random() * living.length)] ?? this.start();
  }

  /** Nothing fails from now on; whoever lived is gone, and one new instance finds what they left. */
  heal(): AppContext {
    this.isFailing = false;
    for (const instance of this.living()) instance.kill();
    return this.start().context;
  }

  async escalations(): Promise<readonly DocumentOf<'escalation'>[]> {
    const query = { pk: programme.id, type: 'escalation', limit: 100 };
    const { items } = await this.world.store.list<DocumentOf<'escalation'>>('programmes', query);
    return items.map(({ document }) => document);
  }

  /** Lets wall time leap, as nights pass, and gives what has become due its time. */
  async leap(ms: number, thenMs = 1_500): Promise<void> {
    this.world.clock.correctWallTime(ms);
    for (const { worker } of this.living()) worker.poke();
    await this.world.clock.advance(thenMs);
  }

  /** From one thing that is due to the next, until `moment`. What stays due waits for something that failed before the
   * clock was put back: it has its time again later. */
  async passUntil(moment: Instant): Promise<void> {
    let stays = 0;
    while (this.now < moment) {
      const due = await this.nextDue();
      stays = due && due <= this.now ? stays + 1 : 0;
      if (due && due <= this.now && stays < 8) await this.world.clock.advance(400);
      else if (stays > 0) await this.leap(quarterOfAnHourMs, 600);
      else await this.leap(epochMsOf(due && due < moment ? due : moment) - epochMsOf(this.now) + 1, 600);
    }
  }

  private async nextDue(): Promise<Instant | undefined> {
    const found = await Promise.all(lanes.map((lane) => this.world.store.due(lane, '9999', 1)));
    const times = found.flatMap((documents, index) => {
      const lane = lanes[index];
      return documents.flatMap(({ document }) => (lane && document.dueAt?.[lane]) ?? []);
    });
    return times.sort()[0];
  }

  private faultOf({ isWrite, type }: StoreCall): StoreFault | undefined {
    if (!this.isFailing || type === 'lease') return undefined;
    const drawn = this.random();
    const when = this.random() < 0.5 ? 'before' : 'after';
    if (drawn < 0.03) this.faults += 1;
    if (drawn < 0.003) return { when, what: 'died' };
    if (isWrite && drawn < 0.02) return { when, what: 'ambiguous' };
    return drawn < 0.03 ? { when: 'before', what: 'clean' } : undefined;
  }

  private watchCommits(): void {
    const { store } = this.world;
    const replace = store.replace.bind(store);
    store.replace = async (collection, document, version, options) => {
      const written = await replace(collection, document, version, options);
      if (document.type === 'escalation') this.note(document as never);
      return written;
    };
  }

  /** Other changes of it count for nothing; a decision that takes the place of another counts anew. */
  private note({ status, escalationId, decision }: DocumentOf<'escalation'>): void {
    if (status !== 'decided' || !decision) {
      this.settled.delete(escalationId);
      return;
    }
    const { decisionId, reviewOn } = decision;
    if (this.settled.get(escalationId)?.decisionId === decisionId) return;
    const atMs = this.world.clock.monotonicMs();
    this.settled.set(escalationId, { decisionId, atMs, ...(reviewOn ? { reviewOn } : {}) });
  }

  private isOver({ atMs, reviewOn }: Settled, nowMs: number): boolean {
    return nowMs > atMs + mostMs && !(reviewOn !== undefined && reviewOn <= this.now.slice(0, 10));
  }

  private async subjectsOf({ purpose, subjectId, campaignId }: Campaign): Promise<readonly string[]> {
    if (
      purpose === 'escalation-preparation' ||
      purpose === 'escalation-copy' ||
      purpose === 'escalation-more'
    )
      return [subjectId];
    if (purpose !== 'desk-digest' && purpose !== 'desk-due-soon') return [];
    const query = { pk: programme.id, type: 'desk', limit: 100 };
    const { items } = await this.world.store.list<DocumentOf<'desk'>>('programmes', query);
    const sends = items.flatMap(({ document }) => document.sends);
    return sends.find((send) => send.campaignId === campaignId)?.shows.map(({ id }) => id) ?? [];
  }

  private watchPosts(): void {
    const { messenger, clock } = this.world;
    const post = messenger.post.bind(messenger);
    messenger.post = (address, message) => {
      const beganAtMs = clock.monotonicMs();
      const over = [...this.settled].flatMap(([id, settled]) =>
        this.isOver(settled, beganAtMs) ? [id] : [],
      );
      const subjects = this.subjects.get(message.card) ?? [];
      const isAboutNothingElse =
        subjects.length > 0 && subjects.every((id) => over.some((one) => one === id));
      if (isAboutNothingElse || over.some((id) => asksAbout(message.card, id))) this.askedAfterwards += 1;
      return post(address, message);
    };
  }
}
