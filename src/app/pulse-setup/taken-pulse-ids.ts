/** Which pulses of a programme's file would take the id of one that was set up in chat. */

import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { findChatPulse } from './find-pulse-draft';

/** Also of one that is retired: its waves keep their ids. */
export async function takenPulseIds(
  context: Pick<AppContext, 'store'>,
  { id: programmeId, pulses }: Programme,
): Promise<readonly PulseId[]> {
  const found = await Promise.all(
    pulses.map(async ({ id: pulseId }) =>
      (await findChatPulse(context, { programmeId, pulseId })) ? [pulseId] : [],
    ),
  );
  return found.flat();
}
