/** The bot's token for Teams' connector: fetched once for everybody who waits, and again after it was refused. */

import type { Clock } from '../app/ports/clock';
import { within } from './within';

/** The SDK's credentials, as far as they are needed here: they keep the token until shortly before it ends. */
export interface TokenSource {
  getToken(forceRefresh?: boolean): Promise<string>;
}

/** A token that is refused although it is newer than that will not be better for being fetched again. */
const fetchAnewAfterMs = 30_000;

export class ConnectorToken {
  #anewAtMs = Number.NEGATIVE_INFINITY;
  #isRefused = false;
  #inFlight: Promise<string> | undefined;

  constructor(
    private readonly source: TokenSource,
    private readonly clock: Clock,
    private readonly timeLimitMs = 10_000,
  ) {}

  /** @throws Error when no token could be had within the time limit. */
  get(): Promise<string> {
    this.#inFlight ??= this.#fetch().finally(() => {
      this.#inFlight = undefined;
    });
    return this.#inFlight;
  }

  /** The connector did not accept the token: the next one is fetched anew, but not for each of many that were refused. */
  refused(): void {
    this.#isRefused ||= this.clock.monotonicMs() - this.#anewAtMs >= fetchAnewAfterMs;
  }

  async #fetch(): Promise<string> {
    if (this.#isRefused) this.#anewAtMs = this.clock.monotonicMs();
    const fetched = await within(this.clock, this.timeLimitMs, this.source.getToken(this.#isRefused));
    if (fetched.outcome === 'late') throw new Error('no token within the time limit');
    this.#isRefused = false;
    return fetched.value;
  }
}
