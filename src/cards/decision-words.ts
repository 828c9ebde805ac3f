/** Who decided what, when and why, in the words that every card about a decision uses. */

import type { EscalationCase, EscalationDecision } from '../domain/escalation/escalation';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';

/** “Approved: …”, “Rejected: …” or “Deferred until …”. */
export function decisionTitle(
  decision: EscalationDecision,
  options: EscalationCase['options'],
  text: Catalogue,
) {
  const option = options.find(({ id }) => id === decision.optionId);
  return text.escalations.decidedTitle(
    decision.kind,
    option && plainText(option.title),
    decision.deferredUntil,
  );
}

export function decidedByInWords({ decidedByName, role, decidedAt }: EscalationDecision, text: Catalogue) {
  return text.escalations.decidedBy(plainText(decidedByName), text.roles[role], decidedAt);
}

/** Going ahead and waiting beside one another: each has its price. */
export function choicesInWords(
  { options, costOfWaiting }: Pick<EscalationCase, 'options' | 'costOfWaiting'>,
  { escalations, decisions }: Catalogue,
) {
  return [
    ...options.map(({ title, consequence }, index) => ({
      title: escalations.numbered(index + 1, plainText(title)),
      consequence: plainText(consequence),
    })),
    ...(costOfWaiting ? [{ title: decisions.waiting, consequence: plainText(costOfWaiting) }] : []),
  ];
}
