/** A small world for the worker: one store file, one Teams, invented people, and instances that can be killed. */

import { CodeAttempts } from '../../src/app/assist/code-attempts';
import type { CardSource } from '../../src/app/campaign/card-source';
import type { AppContext } from '../../src/app/context';
import type { IntentHandler } from '../../src/app/intent-handler';
import type { Messenger } from '../../src/app/ports/messenger';
import type { Store } from '../../src/app/ports/store';
import { createRecord, ensureRecord, listRecords, readRecord } from '../../src/app/records';
import { WaveReader } from '../../src/app/wave/wave-reader';
import type { Campaign, Delivery } from '../../src/domain/campaign/campaign';
import type { CampaignPlan, Recipient } from '../../src/domain/campaign/plan-campaign';
import { asId, type CampaignId, type PersonId } from '../../src/domain/ids';
import { HighsSolver } from '../../src/highs-solver';
import { EmbeddedStore } from '../../src/storage/embedded/embedded-store';
import { ServiceKeys } from '../../src/storage/keys/service-keys';
import { wording } from '../../src/text/wording';
import { startWorker, type Worker, type WorkerOptions } from '../../src/worker/worker';
import { storeFileIn, type TemporaryFolder, temporaryFolder } from './embedded';
import { FakeClock } from './fake-clock';
import { FaultyStore, never, type StoreCall, type StoreFault } from './faulty-store';
import { InstanceClock } from './instance-clock';
import { RecordingMessenger, type RecordingMessengerOptions } from './recording-messenger';
import { aProgramme, tenantId } from './samples';
import { KeptLog } from './silent-log';

const organisationId = asId<Recipient['organisationId']>('RZZ');
const programme = aProgramme();
export const programmeId = programme.id;

export interface InstanceOptions
  extends Partial<
    Pick<
      WorkerOptions,
      | 'cards'
      | 'concernedCard'
      | 'shouldRemind'
      | 'campaignsShowing'
      | 'requestsPerSecond'
      | 'identifiesPeople'
    >
  > {
  readonly handlers?: readonly IntentHandler[];
  /** Its own opening of the same data; the world's unless given. */
  readonly store?: Store;
  readonly faultOf?: (call: StoreCall) => StoreFault | undefined;
  /** True from the moment when a request is on its way in which the process dies. */
  readonly diesAtRequest?: (requests: number) => 'before' | 'after' | undefined;
}

export interface Instance {
  readonly worker: Worker;
  readonly context: AppContext;
  readonly clock: InstanceClock;
  readonly log: KeptLog;
  /** Nothing of it does anything any more. */
  kill(): void;
  isDead(): boolean;
}

export class WorkerWorld {
  readonly clock = new FakeClock();
  readonly tenantId = tenantId;
  readonly keys = new ServiceKeys(new Uint8Array(32).fill(7));
  readonly context: AppContext;
  readonly messenger: RecordingMessenger;
  private readonly instances: Instance[] = [];
  private instancesStarted = 0;

  private constructor(
    private readonly folder: TemporaryFolder,
    readonly store: Store,
    messenger: Omit<RecordingMessengerOptions, 'clock'>,
  ) {
    this.messenger = new RecordingMessenger({ clock: this.clock, ...messenger });
    this.context = this.contextOver(store, new KeptLog(), this.clock, 'test', () => {});
  }

  /** @param folder what an earlier world, or another process, left there. */
  static async open(
    messenger: Omit<RecordingMessengerOptions, 'clock'> = {},
    folder: TemporaryFolder = temporaryFolder(),
  ): Promise<WorkerWorld> {
    const world = new WorkerWorld(folder, EmbeddedStore.open(storeFileIn(folder)), messenger);
    await ensureRecord(world.store, 'programme', programme);
    return world;
  }

  /** Over a store that somebody else has opened. */
  static async over(
    store: Store,
    messenger: Omit<RecordingMessengerOptions, 'clock'> = {},
  ): Promise<WorkerWorld> {
    const world = new WorkerWorld(temporaryFolder(), store, messenger);
    await ensureRecord(store, 'programme', programme);
    return world;
  }

  async close(): Promise<void> {
    for (const instance of this.instances) instance.kill();
    await this.store.close();
    this.folder.remove();
  }

  start(options: InstanceOptions = {}): Instance {
    this.instancesStarted += 1;
    const clock = new InstanceClock(this.clock);
    const log = new KeptLog();
    const death = { isDead: false };
    const kill = () => {
      death.isDead = true;
      clock.die();
    };
    const faultOf = options.faultOf ?? (() => undefined);
    const deadOr = (call: StoreCall) =>
      death.isDead ? ({ when: 'before', what: 'died' } as const) : faultOf(call);
    const store = new FaultyStore(options.store ?? this.store, deadOr, kill);
    const poke = () => worker.poke();
    const context = this.contextOver(store, log, clock, `instance${this.instancesStarted}`, poke);
    const worker: Worker = startWorker({
      context,
      messenger: mortal(this.messenger, death, kill, options.diesAtRequest),
      cards: options.cards ?? plainCards,
      ...(options.concernedCard ? { concernedCard: options.concernedCard } : {}),
      shouldRemind: options.shouldRemind ?? (async () => true),
      campaignsShowing: options.campaignsShowing ?? (async () => []),
      handlers: options.handlers ?? [],
      requestsPerSecond: options.requestsPerSecond ?? 0,
      ...(options.identifiesPeople ? { identifiesPeople: true } : {}),
      leaseUnitMs: 1_000,
      pollEveryMs: 200,
    });
    const instance = { worker, context, clock, log, kill, isDead: () => death.isDead };
    this.instances.push(instance);
    return instance;
  }

  /** People of the programme, in ascending order of person id. */
  async people(count: number, from = 0): Promise<readonly Recipient[]> {
    const people = Array.from({ length: count }, (_, index) => {
      const aadObjectId = oidOf(from + index);
      return { aadObjectId, personId: this.keys.personIdOf(tenantId, aadObjectId) };
    }).sort((a, b) => (a.personId < b.personId ? -1 : 1));
    await Promise.all(
      people.map(({ aadObjectId, personId }) =>
        createRecord(this.store, 'person', {
          personId,
          programmeId,
          organisationId,
          aadObjectId,
          displayName: 'Invented Person',
          staffGroup: 'nurses',
          site: 'RZZ01',
        }),
      ),
    );
    return people.map(({ personId }) => ({ personId, organisationId }));
  }

  async campaign(campaignId: CampaignId): Promise<Campaign> {
    const stored = await readRecord(this.store, 'campaign', programmeId, campaignId);
    if (!stored) throw new Error('no such campaign');
    return stored.document;
  }

  async deliveries(campaignId: CampaignId): Promise<readonly Delivery[]> {
    const found: Delivery[] = [];
    for await (const { document } of listRecords(this.store, 'delivery', campaignId)) found.push(document);
    return found;
  }

  /** Lets time pass until it holds. @throws Error when it does not within `withinMs` of the world's time. */
  async until(
    condition: () => boolean | Promise<boolean>,
    { stepMs = 50, withinMs = 120_000 }: { readonly stepMs?: number; readonly withinMs?: number } = {},
  ): Promise<void> {
    const endsAtMs = this.clock.monotonicMs() + withinMs;
    while (!(await condition())) {
      if (this.clock.monotonicMs() >= endsAtMs) throw new Error(`not within ${withinMs} ms`);
      await this.clock.advance(stepMs);
    }
  }

  /** Nothing is left to do for this campaign. */
  async finished(campaignId: CampaignId, withinMs?: number): Promise<void> {
    const isFinished = async () => (await this.campaign(campaignId)).intents.length === 0;
    await this.until(isFinished, withinMs ? { withinMs } : {});
  }

  private contextOver(
    store: Store,
    log: KeptLog,
    clock: AppContext['clock'],
    name: string,
    poke: () => void,
  ): AppContext {
    return {
      store,
      clock,
      keys: this.keys,
      log,
      solve: new HighsSolver().solve,
      wording,
      waves: new WaveReader(store, this.keys, clock, 1_000),
      codeAttempts: new CodeAttempts(),
      settings: { answerDeadlineMs: 4_000, sealWaitMs: 5_500, backupRetentionDays: 30 },
      newId: () => name,
      poke,
    };
  }
}

export const oidOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

export function planOf(id: string, more: Partial<CampaignPlan> = {}): CampaignPlan {
  return {
    campaignId: asId(id),
    programmeId,
    purpose: 'pulse-invitation',
    audienceKind: 'role',
    subjectId: `subject of ${id}`,
    recipients: { kind: 'people', personIds: [] },
    lane: 'normal',
    ...more,
  };
}

export function planFor(
  id: string,
  people: readonly Recipient[],
  more: Partial<CampaignPlan> = {},
): CampaignPlan {
  const personIds: readonly PersonId[] = people.map(({ personId }) => personId);
  return planOf(id, { recipients: { kind: 'people', personIds }, ...more });
}

/** A card that says which campaign it is of. */
export const plainCards: CardSource = async ({ campaignId, reminderPass = 0 }) => ({
  card: { type: 'AdaptiveCard', campaignId, reminderPass },
  summary: 'A question',
});

export function countsOf(deliveries: readonly Delivery[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of deliveries) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** A messenger whose process can die before a request leaves or after it was carried out. */
function mortal(
  inner: Messenger,
  death: { isDead: boolean },
  kill: () => void,
  diesAtRequest: (requests: number) => 'before' | 'after' | undefined = () => undefined,
): Messenger {
  let requests = 0;
  const call = async <R>(perform: () => Promise<R>): Promise<R> => {
    if (death.isDead) return never();
    requests += 1;
    const dies = diesAtRequest(requests);
    if (dies === 'before') kill();
    if (death.isDead) return never();
    const reply = await perform();
    if (dies === 'after') kill();
    return death.isDead ? never() : reply;
  };
  return {
    openConversation: (address) => call(() => inner.openConversation(address)),
    identify: (address) => call(() => inner.identify(address)),
    post: (address, message) => call(() => inner.post(address, message)),
    postTo: (channel, message) => call(() => inner.postTo(channel, message)),
    update: (address, activityId, message) => call(() => inner.update(address, activityId, message)),
  };
}
