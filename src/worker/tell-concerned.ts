/** Tells everybody an issue concerns: who they are is known only while a card is on its way to them. */

import { findAddressOnFile } from '../app/audience/find-address';
import { concernsPk, type DocumentOf } from '../app/documents';
import type { IntentHandler } from '../app/intent-handler';
import { concernsOf, readIssue } from '../app/issue/concerns';
import type { PersonAddress } from '../app/ports/address';
import type { Recipient } from '../app/ports/keys';
import type { Message } from '../app/ports/messenger';
import { currentProgramme } from '../app/programme/current-programme';
import { changeRecord } from '../app/records';
import { retryStore } from '../app/retry-store';
import { calendarOf } from '../domain/calendar/calendar-of';
import type { Concern } from '../domain/issue/concern';
import type { IssueMessage } from '../domain/issue/issue';
import { issuePolicyOf } from '../domain/issue/issue-policy';
import { finishTelling, messagesFor } from '../domain/issue/tell-and-forget';
import type { Programme } from '../domain/programme/programme';
import type { CampaignParts } from './campaign-parts';
import { DeliveryPool, type Rest } from './delivery-pool';
import { isInfrastructure } from './is-infrastructure';
import { rememberOpened } from './remember-opened';
import { SendingStopped } from './sending-stopped';

type IssueDocument = DocumentOf<'issue'>;

/** The card of one message for one person, from the issue as it is now. */
export type ConcernedCard = (
  told: {
    readonly programme: Programme;
    readonly issue: Pick<IssueDocument, 'programmeId' | 'issueId'>;
    readonly about: IssueMessage['about'];
  },
  address: PersonAddress,
) => Promise<Message | 'nothing'>;

/** Minutes of an outage are waited for; then the others' later messages go first. */
const mostRequests = 12;
/** Somebody whose message cannot even be tried, in so many runs, is passed over. */
const mostBrokenRuns = 5;

/** One run deals with every message there is, for everybody who has not been dealt with; it ends by noting the day. Whatever
 * became of a send, `told` moves: an outcome is kept of nobody. A crash leaves the rest to the next run and can repeat the
 * messages that were on their way. */
export function tellConcerned(
  parts: Pick<CampaignParts, 'context' | 'sender'>,
  cardFor: ConcernedCard,
): IntentHandler {
  return {
    kind: 'tell-concerned',
    isLong: true,
    async carryOut(context, { document, intent, signal }) {
      if (document.type !== 'issue') throw new TypeError('only an issue concerns people');
      const [issue, programme] = await Promise.all([
        readIssue(context, document),
        currentProgramme(context, document.programmeId),
      ]);
      if (!issue || !programme) return;
      const isLastRun = (intent.failures ?? 0) >= mostBrokenRuns;
      const telling = new Telling(parts, cardFor, programme, issue, signal, isLastRun);
      await telling.run();
    },
  };
}

class Telling {
  private leftOver = 0;
  private readonly upTo: number;

  constructor(
    private readonly parts: Pick<CampaignParts, 'context' | 'sender'>,
    private readonly cardFor: ConcernedCard,
    private readonly programme: Programme,
    private readonly issue: IssueDocument,
    private readonly signal: AbortSignal,
    private readonly isLastRun: boolean,
  ) {
    this.upTo = issue.messages.length;
  }

  /** @throws Error when somebody could not be dealt with: it is tried again later. */
  async run(): Promise<void> {
    const pool = new DeliveryPool();
    try {
      for await (const { document } of concernsOf(this.parts.context, this.issue, { pageSize: 200 })) {
        this.signal.throwIfAborted();
        const messages = messagesFor(this.issue, document);
        if (messages.length > 0) await pool.add((rest) => this.tellOne(document, messages, rest));
      }
    } finally {
      await pool.drain();
    }
    if (this.leftOver > 0) throw new Error('not everybody concerned could be told');
    await this.finish();
  }

  private async tellOne(concern: Concern, messages: readonly IssueMessage[], rest: Rest): Promise<void> {
    const recipient = this.open(concern);
    if (!recipient) {
      this.leftOver += 1;
      return;
    }
    try {
      for (const { about } of messages) await this.send(recipient, about, rest);
    } catch (error) {
      if (this.signal.aborted || error instanceof SendingStopped) throw error;
      this.parts.context.log.error('person concerned not told', error);
      if (isInfrastructure(error) || !this.isLastRun) {
        this.leftOver += 1;
        return;
      }
    }
    await this.moveTold(concern);
  }

  /** Undefined where another service key sealed it, or it is damaged: nobody is taken for told who was not. */
  private open({ recipient }: Concern): Recipient | undefined {
    const { keys, log } = this.parts.context;
    try {
      return keys.openRecipient(this.issue.issueId, recipient);
    } catch (error) {
      log.error('concern not opened', error);
      return undefined;
    }
  }

  /** Somebody who is on file no more is not written to. */
  private async send(recipient: Recipient, about: IssueMessage['about'], rest: Rest): Promise<void> {
    const { context, sender } = this.parts;
    const { programme, issue, signal } = this;
    const { issueId } = issue;
    const find = () => findAddressOnFile(context, { programmeId: programme.id, ...recipient });
    const found = await retryStore(context.clock, find, signal);
    if (!found) return;
    await sender.send({
      turn: { lane: 'urgent', campaignId: issueId, personId: recipient.personId },
      found,
      message: (address) => this.cardFor({ programme, issue, about }, address),
      onOpened: (opened) => rememberOpened(context, opened),
      mostRequests,
      rest,
      signal,
    });
  }

  private async moveTold({ programmeId, concernKey }: Concern): Promise<void> {
    const { store, clock } = this.parts.context;
    const told = this.upTo;
    const move = () =>
      changeRecord(store, 'concern', concernsPk(programmeId), concernKey, (current) =>
        current.told < told ? { outcome: 'moved', next: { ...current, told } } : { outcome: 'done' },
      );
    // What was sent is noted also when the sending stops.
    await retryStore(clock, move).catch((error: unknown) => {
      if (!isInfrastructure(error)) throw error;
      this.leftOver += 1;
    });
  }

  private async finish(): Promise<void> {
    const { store, clock } = this.parts.context;
    const calendar = calendarOf(this.programme);
    const policy = issuePolicyOf(this.programme);
    const { programmeId, issueId } = this.issue;
    await changeRecord(store, 'issue', programmeId, issueId, (current) => {
      const next = finishTelling(current, this.upTo, { calendar, policy, now: clock.now() });
      return next ? { outcome: 'told', next } : { outcome: 'more' };
    });
  }
}
