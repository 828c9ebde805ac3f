/** Whom an audience asks of a list of people, by the product's own rule, in the order of the list. */

import type { Programme } from '../../src/domain/programme/programme';
import type { Audience } from '../../src/domain/pulse/question';
import {
  AudienceSelection,
  type SelectCandidate,
  type SelectionCounts,
} from '../../src/domain/pulse/select-audience';

export interface SelectedAll<C> extends SelectionCounts {
  readonly asked: readonly C[];
}

export function selectAll<C extends SelectCandidate>(
  names: Pick<Programme, 'siteGroups' | 'staffFamilies'>,
  people: readonly C[],
  audience: Audience,
): SelectedAll<C> {
  const selection = new AudienceSelection(names, audience);
  const inOrder = [...people].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  if (selection.drawsShare) for (const candidate of inOrder) selection.consider(candidate);
  const asked = new Set(inOrder.filter((candidate) => selection.asks(candidate)));
  return { asked: people.filter((candidate) => asked.has(candidate)), ...selection.counts() };
}
