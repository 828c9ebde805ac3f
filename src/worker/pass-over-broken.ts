/** One person's card that cannot be made is nobody else's trouble. */

import type { Log } from '../app/ports/log';
import { isInfrastructure } from './is-infrastructure';
import { SendingStopped } from './sending-stopped';

/** Does one person's part of work for many; a fault in it is logged as `event`, and that person is passed over.
 * @throws what says nothing about the person: SendingStopped, the signal's reason, trouble of the store. */
export async function passOverBroken(
  log: Log,
  event: string,
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (signal.aborted || error instanceof SendingStopped || isInfrastructure(error)) throw error;
    log.error(event, error);
  }
}
