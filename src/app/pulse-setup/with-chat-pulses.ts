/** A programme with the pulses that its gates name and that were set up in chat. */

import { isGroupCriterion } from '../../domain/gate/gate-definition';
import type { PulseId } from '../../domain/ids';
import type { Programme } from '../../domain/programme/programme';
import type { ProgrammeProblem } from '../../domain/programme/programme-problem';
import type { PulseDefinition } from '../../domain/pulse/question';
import type { AppContext } from '../context';
import { findChatPulse } from './find-pulse-draft';

/** What a gate names has to be confirmed; a pulse that is retired since then was. */
export async function withChatPulses(
  context: Pick<AppContext, 'store'>,
  programme: Programme,
): Promise<{ readonly programme: Programme; readonly problems: readonly ProgrammeProblem[] }> {
  const { id: programmeId, pulses } = programme;
  const found = new Map<PulseId, PulseDefinition>();
  const problems: ProgrammeProblem[] = [];
  for (const [gateIndex, gate] of (programme.gates ?? []).entries()) {
    for (const [index, criterion] of gate.criteria.entries()) {
      if (!isGroupCriterion(criterion) || !('pulse' in criterion)) continue;
      const pulseId = criterion.pulse;
      if (found.has(pulseId) || pulses.some(({ id }) => id === pulseId)) continue;
      const pulse = await findChatPulse(context, { programmeId, pulseId });
      if (pulse && pulse.status !== 'draft') found.set(pulseId, pulse.definition);
      else problems.push(problemOf(pulseId, ['gates', gateIndex, 'criteria', index, 'pulse']));
    }
  }
  return { programme: { ...programme, pulses: [...pulses, ...found.values()] }, problems };
}

function problemOf(pulseId: PulseId, path: ProgrammeProblem['path']): ProgrammeProblem {
  return {
    path,
    message: `"${pulseId}" is neither declared under pulses nor confirmed in chat`,
    remedy: 'Send “pulses” in the chat, or list them with the command line, to see what there is.',
  };
}
