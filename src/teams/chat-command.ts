/** What a person can type to the bot, and what greets them when the app is installed. */

import type { Message } from '../app/ports/messenger';
import type { Actor, EdgeContext } from './verb';

export interface ChatRequest {
  readonly actor: Actor;
  /** What was typed: trimmed, single spaces, at most 1,000 characters. */
  readonly text: string;
  /** The match of the command's own pattern. */
  readonly match: RegExpExecArray;
  readonly correlationId: string;
}

export interface ChatCommand {
  readonly name: string;
  /** Anchored at both ends, case-insensitive, without `g`. */
  readonly pattern: RegExp;
  /** Who sends it has, or may have, something to say: its log lines carry the hour alone. */
  readonly isConfidential?: boolean;
  /** Several messages are sent in their order. */
  handle(edge: EdgeContext, request: ChatRequest): Promise<Message | readonly Message[]>;
}

export interface ChatFallback {
  readonly name: string;
  handle(edge: EdgeContext, request: Omit<ChatRequest, 'match'>): ReturnType<ChatCommand['handle']>;
}

export interface Chat {
  /** Tried in this order; the first that matches answers. */
  readonly commands: readonly ChatCommand[];
  /** The same for what is said to the bot in a channel, where others read along. */
  readonly channelCommands?: readonly ChatCommand[];
  /** Answers everything else, and everything said outside a 1:1 chat. */
  readonly fallback: ChatFallback;
  /** What a person is sent when the app is installed or a chat is opened: repeated by Teams, so harmless twice. */
  onInstalled(edge: EdgeContext, actor: Actor): Promise<readonly Message[]>;
  /** What somebody gets who starts the app's action on a message of Teams, anywhere, also without having met the bot.
   * `words`: of the message, without anybody's name. */
  onMessageAction(edge: EdgeContext, actor: Actor, words: string): Promise<Message>;
}

/** @throws TypeError when the pattern would match part of a sentence, or differently each time. */
export function defineChatCommand(command: ChatCommand): ChatCommand {
  const { source, flags } = command.pattern;
  if (!source.startsWith('^') || !source.endsWith('$') || !flags.includes('i') || /[gy]/.test(flags)) {
    throw new TypeError(
      `the pattern of ${command.name} must be anchored, with the flag i and without g or y`,
    );
  }
  return command;
}
