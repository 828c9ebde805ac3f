/** The worker of one instance: contends for the lease and, while it holds it, carries out intents and sends. */

import type { CardSource, ShouldRemind } from '../app/campaign/card-source';
import type { AppContext } from '../app/context';
import type { IntentHandler } from '../app/intent-handler';
import type { AppInstaller } from '../app/ports/directory';
import type { Messenger } from '../app/ports/messenger';
import type { CampaignParts } from './campaign-parts';
import { campaignRunner } from './campaign-runner';
import { CardSender } from './card-sender';
import { correctCards } from './correct-cards';
import { Installing } from './installing';
import { IntentLoop } from './intent-loop';
import { SenderLease } from './lease';
import { postToChannel } from './post-to-channel';
import { SendGate } from './send-gate';
import { type ConcernedCard, tellConcerned } from './tell-concerned';
import { type CampaignsShowing, updateCards } from './update-cards';

export interface WorkerOptions {
  readonly context: AppContext;
  readonly messenger: Messenger;
  /** Absent: the bot installs itself for nobody. */
  readonly installer?: AppInstaller;
  readonly cards: CardSource;
  readonly shouldRemind: ShouldRemind;
  /** What the people an issue concerns are sent; nothing where it is left out. */
  readonly concernedCard?: ConcernedCard;
  readonly campaignsShowing: CampaignsShowing;
  /** All kinds but those that send, which are the worker's own. */
  readonly handlers: readonly IntentHandler[];
  /** True where cards refresh on people's devices. */
  readonly identifiesPeople?: boolean;
  /** Teams' limit for this app, 0 for none. */
  readonly requestsPerSecond: number;
  /** All times of the lease in proportion; 5 s by default. */
  readonly leaseUnitMs?: number;
  readonly pollEveryMs?: number;
}

export interface Worker {
  /** Looks for due work now. */
  poke(): void;
  /** Whether this instance is the one that sends. */
  isSending(): boolean;
  /** Begins nothing more, waits for what is on its way and its records, and gives the lease up. */
  stop(): Promise<void>;
}

/** Starts at once and runs until stopped; nothing in it rejects. */
export function startWorker(options: WorkerOptions): Worker {
  const { context, messenger, cards, shouldRemind, requestsPerSecond, leaseUnitMs, pollEveryMs } = options;
  const { store, clock, log } = context;
  const holder = context.newId();
  const onTaken = () => loop.beginAnew();
  const unit = leaseUnitMs ? { leaseUnitMs } : {};
  const lease = new SenderLease({ store, clock, log, holder, onTaken, ...unit });
  const gate = new SendGate({ clock, requestsPerSecond });
  const mayBegin = () => lease.mayBegin();
  const { identifiesPeople = false } = options;
  const sender = new CardSender({ clock, gate, messenger, mayBegin, identifiesPeople });
  const { installer } = options;
  const installing = installer && new Installing({ context, installer, mayBegin });
  const epoch = () => lease.epoch;
  const parts: CampaignParts = {
    context,
    sender,
    cards,
    shouldRemind,
    mayBegin,
    epoch,
    ...(installing ? { installing } : {}),
  };
  const { concernedCard = async () => 'nothing' as const } = options;
  const handlers = [
    ...options.handlers,
    campaignRunner(parts),
    updateCards(parts, options.campaignsShowing),
    correctCards(parts),
    tellConcerned(parts, concernedCard),
    postToChannel(parts),
  ];
  const loop = new IntentLoop({ context, handlers, mayBegin, ...(pollEveryMs ? { pollEveryMs } : {}) });
  const stopWork = new AbortController();
  const stopLease = new AbortController();
  const working = loop.run(stopWork.signal);
  const leasing = lease.run(stopLease.signal);
  return {
    poke: () => loop.poke(),
    isSending: mayBegin,
    async stop() {
      stopWork.abort(new Error('the worker stops'));
      await working;
      stopLease.abort();
      await leasing;
      gate.close();
      await lease.release();
    },
  };
}
