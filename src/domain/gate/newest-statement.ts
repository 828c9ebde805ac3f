/** The statement on a criterion that counts: the newest. */

import type { Assurance, EvidenceStatement, GateStatement } from './gate';

export function newestEvidence(
  statements: readonly GateStatement[],
  criterionId: string,
): EvidenceStatement | undefined {
  return statements
    .filter((one) => one.kind !== 'assurance')
    .filter((one) => one.criterionId === criterionId)
    .at(-1);
}

export function newestAssurance(
  statements: readonly GateStatement[],
  criterionId: string,
): Assurance | undefined {
  return statements
    .filter((one) => one.kind === 'assurance')
    .filter((one) => one.criterionId === criterionId)
    .at(-1);
}
