/** Answers what a person typed: with the first command that matches, else with the fallback, never with silence. */

import { rememberAddress } from '../app/people/remember-address.use-case';
import { hourOnly } from '../app/ports/log';
import type { Message } from '../app/ports/messenger';
import { type ActorAnswer, actorOf } from './actor-of';
import type { Chat, ChatCommand, ChatRequest } from './chat-command';
import { type EdgeParts, edgeWith, referenceOf } from './edge-parts';
import type { IncomingActivity } from './incoming-activity';
import { reasonOf, sendReply } from './send-reply';
import { tookBucket } from './took';
import type { EdgeContext } from './verb';
import { within } from './within';

const longestText = 1_000;
const patienceMs = 10_000;

export async function answerMessage(
  parts: EdgeParts,
  activity: IncomingActivity,
  correlationId: string,
): Promise<void> {
  const { clock, keys } = parts.edge.app;
  const startedMs = clock.monotonicMs();
  const asked = actorOf(activity, parts.tenantId, keys);
  const text = textOf(activity);
  const command = commandFor(parts.chat, asked, text);
  const grain = command.isConfidential ? hourOnly : {};
  const edge = edgeWith(parts.edge, { correlationId, command: command.name, ...grain });
  const [messages] = await Promise.all([
    replies(parts, edge, asked, text, command, correlationId),
    remember(edge, asked),
  ]);
  const target = { conversationId: activity.conversation.id, serviceUrl: activity.serviceUrl };
  for (const message of messages) {
    const sent = await sendReply(parts.messenger, clock, target, message);
    const took = tookBucket(clock.monotonicMs() - startedMs);
    edge.app.log.info('chat', { outcome: asked.outcome, reply: reasonOf(sent), took });
  }
}

interface ChosenCommand {
  readonly name: string;
  readonly isConfidential?: boolean;
  readonly handle: (
    edge: EdgeContext,
    request: Omit<ChatRequest, 'match'>,
  ) => ReturnType<ChatCommand['handle']>;
}

/** Outside the 1:1 chat others read along, so that there only what is meant for a channel is answered, else the fallback. */
function commandFor(chat: Chat, asked: ActorAnswer, text: string): ChosenCommand {
  const commands = commandsFor(chat, asked);
  for (const command of commands) {
    const match = command.pattern.exec(text);
    if (!match) continue;
    const { name, isConfidential = false } = command;
    return { name, isConfidential, handle: (edge, request) => command.handle(edge, { ...request, match }) };
  }
  const { fallback } = chat;
  return { name: fallback.name, handle: (edge, request) => fallback.handle(edge, request) };
}

function commandsFor({ commands, channelCommands = [] }: Chat, asked: ActorAnswer): Chat['commands'] {
  if (asked.outcome !== 'known') return [];
  if (asked.isPersonal) return commands;
  return asked.isChannel ? channelCommands : [];
}

async function replies(
  { notices }: EdgeParts,
  edge: EdgeContext,
  asked: ActorAnswer,
  text: string,
  command: ChosenCommand,
  correlationId: string,
): Promise<readonly Message[]> {
  if (asked.outcome === 'otherTenant') return [notices.wrongTenant()];
  if (asked.outcome === 'unnamed') return [notices.unreadable()];
  const request = { actor: asked.actor, text, correlationId };
  try {
    const answer = await within(edge.app.clock, patienceMs, command.handle(edge, request));
    if (answer.outcome === 'done') return [answer.value].flat();
    edge.app.log.warn('chat.late');
  } catch (error) {
    edge.app.log.error('chat.failed', error);
  }
  return [notices.failed(referenceOf(correlationId))];
}

/** Never keeps anybody waiting, nor from getting their reply. */
async function remember(edge: EdgeContext, asked: ActorAnswer): Promise<void> {
  if (asked.outcome !== 'known' || !asked.isPersonal) return;
  try {
    await within(edge.app.clock, patienceMs, rememberAddress(edge.app, asked.actor));
  } catch (error) {
    edge.app.log.error('address.notRemembered', error);
  }
}

/** Without mentions of the bot, single spaces, cut before any pattern sees it. */
function textOf(activity: IncomingActivity): string {
  return (activity.text ?? '')
    .slice(0, 4 * longestText)
    .replace(/<at>[^<]*<\/at>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);
}
