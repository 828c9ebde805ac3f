/** What a client sees of a card: its inputs and the actions it offers, each with the inputs that travel with it. */

import type { Card } from '../../../src/app/ports/messenger';
import { isJsonObject } from './activity';

type Json = Readonly<Record<string, unknown>>;

export interface OfferedAction {
  readonly action: Json;
  /** The inputs of the action's own card and of the cards around it, not those of a ShowCard beside it. */
  readonly inputs: readonly Json[];
  readonly isVisible: boolean;
}

/** The inputs of a card, without those inside its ShowCards. */
export function inputsOf(card: Card): readonly Json[] {
  const found: Json[] = [];
  visitElements(card, true, (element) => {
    if (typeof element.type === 'string' && element.type.startsWith('Input.')) found.push(element);
  });
  return found;
}

/** Every action of a card, also in action sets, containers, inputs, tappable elements and ShowCards. */
export function offeredActions(card: Card, inputsAround: readonly Json[] = []): readonly OfferedAction[] {
  const inputs = [...inputsAround, ...inputsOf(card)];
  const offered: OfferedAction[] = [];
  const offer = (candidate: unknown, isVisible: boolean): void => {
    if (!isJsonObject(candidate)) return;
    offered.push({ action: candidate, inputs, isVisible });
    if (candidate.type === 'Action.ShowCard' && isJsonObject(candidate.card)) {
      offered.push(...offeredActions(candidate.card, inputs));
    }
  };
  visitElements(card, true, (element, isVisible) => {
    for (const each of listOf(element.actions)) offer(each, isVisible);
    offer(element.selectAction, isVisible);
    offer(element.inlineAction, isVisible);
  });
  return offered;
}

/** Calls back for the card itself and each element in it, and says whether it is shown. */
function visitElements(
  element: Json,
  isVisible: boolean,
  visit: (element: Json, isVisible: boolean) => void,
): void {
  const visible = isVisible && element.isVisible !== false;
  visit(element, visible);
  for (const key of ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'images']) {
    for (const child of listOf(element[key])) {
      if (isJsonObject(child)) visitElements(child, visible, visit);
    }
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
