/** The words of a Teams message on which somebody starts an action: without mark-up, and without anybody's name. */

import { z } from 'zod';
import { removedName, removeNames } from '../domain/text/remove-names';

const user = z.object({ displayName: z.string().max(500).nullish() }).nullish();
const payload = z.object({
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  from: z.object({ user }).nullish(),
  mentions: z
    .array(z.object({ mentioned: z.object({ user }).nullish() }))
    .max(200)
    .nullish(),
});

/** A message has at most 28 KB. */
const longest = 40_000;

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

/** Empty when the message has no words, or is none. Its pictures and attachments are left out. */
export function messageWords(messagePayload: unknown): string {
  const parsed = payload.safeParse(messagePayload);
  if (!parsed.success) return '';
  const { body, from, mentions } = parsed.data;
  const content = (body?.content ?? '').slice(0, longest);
  const text = body?.contentType === 'text' ? content : withoutMarkup(content);
  const names = [from?.user, ...(mentions ?? []).map(({ mentioned }) => mentioned?.user)];
  return removeNames(
    tidy(text),
    names.flatMap((one) => one?.displayName ?? []),
  );
}

function withoutMarkup(html: string): string {
  return html
    .replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, removedName)
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|tr|h\d|blockquote)>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#\d{1,6}|#x[\da-f]{1,5}|\w{2,5});/gi, (entity, name: string) => {
      if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? entity;
      return String.fromCodePoint(Number(name.replace('#', name[1] === 'x' ? '0' : '')));
    });
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\t \u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
