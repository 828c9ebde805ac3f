/** Installs the app for people whom Teams does not let us write to because they do not have it. */

import { expectInstallation } from '../app/audience/expect-installation';
import type { FoundAddress } from '../app/audience/find-address';
import type { AppContext } from '../app/context';
import type { PersonAddress } from '../app/ports/address';
import type { Clock } from '../app/ports/clock';
import type { AppInstaller } from '../app/ports/directory';
import { UnavailableError } from '../app/ports/errors';
import { retryStore } from '../app/retry-store';
import { installFailed, notInstalled } from '../domain/campaign/decide-attempt';
import type { Final } from './attempts';
import type { Rest } from './delivery-pool';
import { SendingStopped } from './sending-stopped';

/** The address to try again with, or why there is none. */
export type InstallFor = (
  found: FoundAddress,
) => Promise<{ readonly found: FoundAddress } | { readonly reason: string }>;

export interface InstallingParts {
  readonly context: Pick<AppContext, 'store' | 'clock' | 'log'>;
  readonly installer: AppInstaller;
  /** Asked directly before each request. */
  readonly mayBegin: () => boolean;
}

/** As long as a token lives that does not have the permission. */
const withoutPermissionMs = 3_600_000;
const withoutReplyMs = 300_000;

export class Installing {
  private stopped: { readonly untilMs: number; readonly reason: string } | undefined;

  constructor(private readonly parts: InstallingParts) {}

  /** Never for somebody who had the app once: removing it was their choice. A permission that is missing, or a directory
   * that does not answer, is logged once, and nobody is tried for a while. @throws SendingStopped, the signal's reason. */
  async installFor(
    found: FoundAddress,
    signal: AbortSignal,
  ): Promise<{ readonly found: FoundAddress } | { readonly reason: string }> {
    const { context, installer, mayBegin } = this.parts;
    if (hadApp(found.address)) return { reason: notInstalled };
    const { stopped } = this;
    if (stopped && context.clock.monotonicMs() < stopped.untilMs) return { reason: stopped.reason };
    const expected = await retryStore(context.clock, () => expectInstallation(context, found), signal);
    const onBegin = () => {
      if (!mayBegin()) throw new SendingStopped();
    };
    try {
      const installed = await installer.install(found.address.aadObjectId, { signal, onBegin });
      if (installed.outcome === 'installed') return { found: expected };
      if (installed.outcome === 'refused') return { reason: installFailed };
      return { reason: this.stop(withoutPermissionMs, notInstalled, installed.permission) };
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return { reason: this.stop(withoutReplyMs, installFailed) };
    }
  }

  private stop(ms: number, reason: string, permission?: string): string {
    const { clock, log } = this.parts.context;
    const nowMs = clock.monotonicMs();
    if (!this.stopped || this.stopped.untilMs <= nowMs) {
      log.warn('the app is installed for nobody for a while', {
        because: permission ? 'permissionMissing' : 'directoryUnavailable',
        permission,
      });
    }
    this.stopped = { untilMs: nowMs + ms, reason };
    return reason;
  }
}

/** Their Teams id is learnt from their app alone; a chat that was opened after the bot installed itself was opened there. */
function hadApp({ teamsUserId, beingInstalledAt, conversationId }: PersonAddress): boolean {
  return teamsUserId !== undefined || (beingInstalledAt !== undefined && conversationId !== undefined);
}

/** Teams may take a moment to notice that the app is there. */
const looksAgainAfterMs = [1_000, 2_000, 5_000, 10_000];

/** What one send does about a person without the app: installs it once, and gives Teams time to notice. */
export class MissingApp {
  private looks = -1;

  constructor(
    private readonly clock: Clock,
    private readonly request: {
      readonly install?: InstallFor;
      readonly rest: Rest;
      readonly signal: AbortSignal;
    },
  ) {}

  async resolve(
    found: FoundAddress,
    final: Final,
  ): Promise<{ readonly found: FoundAddress } | { readonly final: Final }> {
    const { install, rest, signal } = this.request;
    if (final.reason !== notInstalled || !install) return { final };
    if (this.looks < 0) {
      this.looks = 0;
      const tried: { installed?: Awaited<ReturnType<InstallFor>> } = {};
      // Installing has a rate of its own: whoever waits for it holds up nobody.
      await rest(async () => {
        tried.installed = await install(found);
      });
      const { installed = { reason: notInstalled } } = tried;
      return 'found' in installed ? installed : { final: { ...final, reason: installed.reason } };
    }
    const afterMs = looksAgainAfterMs[this.looks];
    if (afterMs === undefined) return { final };
    this.looks += 1;
    await rest(() => this.clock.sleep(afterMs, signal));
    return { found };
  }
}
