/** What a client sends when a person presses a button of a card. */

import type { Card } from '../../../src/app/ports/messenger';
import { isJsonObject } from './activity';
import { collectInputs, type EnteredInputs } from './card-inputs';
import { type OfferedAction, offeredActions } from './card-walk';

/** Which button: all that is given must match, and exactly one must be left. */
export interface ActionChoice {
  readonly title?: string;
  readonly verb?: string;
  readonly id?: string;
  /** Values that the action's own data must hold, to tell buttons of the same verb apart. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface PressedAction {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly id?: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The sendable actions that a card shows to a person. */
export function pressableActions(card: Card): readonly OfferedAction[] {
  return offeredActions(card).filter(
    ({ action, isVisible }) =>
      isVisible &&
      action.isEnabled !== false &&
      (action.type === 'Action.Execute' || action.type === 'Action.Submit'),
  );
}

/**
 * Finds the button, checks and collects the inputs and merges them over the action's data.
 * @throws ClientValidationError when an input keeps the client from sending.
 * @throws Error when no button, or more than one, matches.
 */
export function pressAction(card: Card, choice: ActionChoice, entered: EnteredInputs = {}): PressedAction {
  const offered = pressableActions(card);
  const matching = offered.filter(({ action }) => matches(action, choice));
  const [chosen] = matching;
  if (chosen === undefined || matching.length > 1) {
    const seen = offered.map(({ action }) => `"${String(action.title)}" (${String(action.verb)})`).join(', ');
    throw new Error(
      `${matching.length} buttons match ${JSON.stringify(choice)}; the card has ${seen || 'none'}`,
    );
  }
  const inputs = chosen.action.associatedInputs === 'none' ? [] : chosen.inputs;
  return actionToSend(chosen.action, collectInputs(inputs, entered));
}

/** The action as it is sent, with these values merged over its own data. */
export function actionToSend(
  action: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, string>>,
): PressedAction {
  const own = isJsonObject(action.data) ? action.data : {};
  return {
    type: action.type === 'Action.Submit' ? 'Action.Submit' : 'Action.Execute',
    ...(typeof action.id === 'string' ? { id: action.id } : {}),
    ...(typeof action.verb === 'string' ? { verb: action.verb } : {}),
    data: { ...own, ...values },
  };
}

function matches(action: Readonly<Record<string, unknown>>, choice: ActionChoice): boolean {
  const { title, verb, id, data = {} } = choice;
  const own = isJsonObject(action.data) ? action.data : {};
  return (
    (title === undefined || action.title === title) &&
    (verb === undefined || action.verb === verb) &&
    (id === undefined || action.id === id) &&
    Object.entries(data).every(([key, value]) => own[key] === value)
  );
}
