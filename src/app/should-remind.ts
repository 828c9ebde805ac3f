/** Whether a person still has a pulse to be reminded of: asked when a reminder is about to go, and forgotten. */

import { asId } from '../domain/ids';
import type { ShouldRemind } from './card-source';
import { hasStoppedAsking } from './change-asking.use-case';
import type { AppContext } from './context';
import { readRecord } from './records';

/** Not after the wave closed, not to somebody who has taken part, not to somebody who asked not to be asked. */
export function shouldRemind(context: AppContext): ShouldRemind {
  const { store } = context;
  return async ({ programmeId, subjectId }, { organisationId, personId }) => {
    const asked = await context.waves.read(programmeId, asId(subjectId));
    if (!asked?.key) return false;
    if (await hasStoppedAsking(store, organisationId, personId)) return false;
    const sheet = await readRecord(store, 'answerSheet', asked.wave.waveId, asked.key.answerKeyOf(personId));
    return sheet === undefined;
  };
}
