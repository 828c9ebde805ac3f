/** Somebody with two devices who answers a pulse in whatever order, and remembers every tap they made. */

import { verbNames } from '../../src/cards/verb-names';
import { asId, type QuestionId } from '../../src/domain/ids';
import type { AnswerValue } from '../../src/domain/pulse/question';
import { answerValueOf } from '../../src/teams/verbs/answer-value';
import { type ClientActivity, isJsonObject, type StoredMessage } from './loopback-teams/activity';
import type { InvokeResult } from './loopback-teams/bot-endpoint';
import type { EnteredInputs } from './loopback-teams/card-inputs';
import { type ActionChoice, pressableActions } from './loopback-teams/card-press';
import type { Device } from './loopback-teams/device';
import type { TeamsUser } from './loopback-teams/teams-user';

export interface Tap {
  readonly activity: ClientActivity;
  readonly questionId: QuestionId;
  readonly revision: number;
  /** Absent for a tap that is no answer. */
  readonly value?: AnswerValue;
}

export class PulseReader {
  private readonly devices: readonly [Device, Device];
  private readonly message: StoredMessage;
  private readonly taps: Tap[] = [];

  /** Of the newest card in the chat. */
  constructor(readonly user: TeamsUser) {
    this.devices = [user.phone, user.newDevice()];
    this.message = user.latest();
  }

  /** The question and revision a reply's card asks; undefined when it asks nothing. */
  static offered({ card = {} }: InvokeResult): { questionId: string; revision: number } | undefined {
    for (const { action } of pressableActions(card)) {
      const { questionId, revision } = isJsonObject(action.data) ? action.data : {};
      if (action.verb === verbNames.pulseAnswer) {
        return { questionId: String(questionId), revision: Number(revision) };
      }
    }
    return undefined;
  }

  /** Taps, and waits for the reply, which that device then shows. */
  async press(device: number, pick: number): Promise<{ readonly tap: Tap; readonly result: InvokeResult }> {
    const { choice, inputs } = this.choose(device, pick);
    const tap = this.hold(device, pick);
    return { tap, result: await this.on(device).press(this.message, choice, inputs) };
  }

  /** Taps; Teams keeps it for now. */
  hold(device: number, pick: number): Tap {
    const { choice, inputs } = this.choose(device, pick);
    const tap = tapOf(this.on(device).prepare(this.message, choice, inputs));
    this.taps.push(tap);
    return tap;
  }

  tapsAt(picks: readonly number[]): readonly Tap[] {
    return picks.map((pick) => this.taps[pick % this.taps.length]).filter((tap) => tap !== undefined);
  }

  reload(device: number): Promise<readonly InvokeResult[]> {
    return this.on(device).reload();
  }

  async reloadAll(): Promise<void> {
    for (const device of this.devices) await device.reload();
  }

  private on(device: number): Device {
    return device === 0 ? this.devices[0] : this.devices[1];
  }

  /** One of the buttons that answer, or that lead back to the first question. */
  private choose(device: number, pick: number): { choice: ActionChoice; inputs: EnteredInputs } {
    const card = this.on(device).shown(this.message);
    const buttons = pressableActions(card ?? {}).filter(
      ({ action }) => action.verb === verbNames.pulseAnswer || action.verb === verbNames.pulseChange,
    );
    const button = buttons[pick % buttons.length];
    if (!button) throw new Error('the card has no button for an answer');
    const title = String(button.action.title);
    const entered = button.action.associatedInputs === 'none' ? [] : button.inputs;
    return {
      choice: { title },
      inputs: Object.fromEntries(entered.map((input) => [String(input.id), valueFor(input, pick)])),
    };
  }
}

function valueFor(input: Readonly<Record<string, unknown>>, pick: number): string {
  if (!Array.isArray(input.choices)) return `The log-in is slow (${'again '.repeat(pick % 5)}and again)`;
  return String(input.choices[pick % input.choices.length].value);
}

function tapOf(activity: ClientActivity): Tap {
  const { action } = activity.value as { action: { verb: string; data: Readonly<Record<string, string>> } };
  const { questionId = '', revision } = action.data;
  const value = action.verb === verbNames.pulseAnswer ? answerValueOf(action.data) : undefined;
  return {
    activity,
    questionId: asId(questionId),
    revision: Number(revision),
    ...(value ? { value } : {}),
  };
}
