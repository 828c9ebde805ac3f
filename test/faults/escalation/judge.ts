/** What must hold after everything that happened: one decision each, none lost, nobody asked afterwards, the log whole. */

import { loggedContentOf } from '../../../src/app/decision/logged-content';
import { verifyLog } from '../../../src/app/decision/verify-log.use-case';
import { listRecords } from '../../../src/app/records';
import type { Escalation, EscalationDecision } from '../../../src/domain/escalation/escalation';
import { type FaultWorld, programme } from './fault-world';

/** What callers and people were told. */
export interface Told {
  readonly raised: Set<string>;
  /** The reasons of decisions that a card gave back. */
  readonly decided: Set<string>;
}

export interface Verdict {
  readonly doubleDecisions: number;
  readonly lostEscalations: number;
  readonly notifiedAfterDecision: number;
  readonly chainValid: boolean;
  /** How much there was to go wrong. */
  readonly decisions: number;
  readonly faults: number;
}

export async function judge(world: FaultWorld, told: Told): Promise<Verdict> {
  const escalations = await world.escalations();
  const known = new Set<string>(escalations.map(({ escalationId }) => escalationId));
  const undecided = escalations.filter(({ status }) => status !== 'decided').length;
  const missing = [...told.raised].filter((id) => !known.has(id)).length;
  const reasons = new Set(escalations.flatMap((one) => decisionsOf(one).map(({ rationale }) => rationale)));
  const forgotten = [...told.decided].filter((words) => !reasons.has(words)).length;
  const { context } = world.world;
  const log = await verifyLog(context, { programmeId: programme.id });
  const logged = await loggedDecisions(world);
  const made = escalations.flatMap((one) => decisionsOf(one).map(({ decisionId }) => String(decisionId)));
  const isWhole = made.length === logged.length && made.every((id) => logged.includes(id));
  return {
    doubleDecisions: escalations.reduce((sum, one) => sum + doubled(one), 0) + forgotten,
    lostEscalations: undecided + missing,
    notifiedAfterDecision: world.askedAfterwards,
    chainValid: log.outcome === 'intact' && isWhole,
    decisions: made.length,
    faults: world.faults,
  };
}

const decisionsOf = ({ decision, earlierDecisions }: Escalation): readonly EscalationDecision[] => [
  ...earlierDecisions,
  ...(decision ? [decision] : []),
];

/** A decision after a final one that does not say that it takes its place. */
function doubled(escalation: Escalation): number {
  const decisions = decisionsOf(escalation);
  return decisions.filter((one, index) => {
    const before = decisions[index - 1];
    const isAfterFinal = before !== undefined && before.kind !== 'defer';
    return isAfterFinal && one.supersedes !== before.decisionId;
  }).length;
}

async function loggedDecisions({ world }: FaultWorld): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { document } of listRecords(world.store, 'decision', programme.id)) {
    ids.push(String(loggedContentOf(document).decisionId));
  }
  return ids;
}
