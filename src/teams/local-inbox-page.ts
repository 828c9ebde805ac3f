/** The page on which the local inbox can be read: what people without a window were sent, as plain text. */

import type { LocalInbox } from './local-inbox';
import type { GetRoute } from './server';

export function inboxRoute(inbox: LocalInbox): GetRoute {
  return {
    path: '/local/inbox',
    handle: async () => ({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      },
      body: page(inbox),
    }),
  };
}

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem }
  article { border: 1px solid #8886; border-radius: 8px; margin: 1rem 0; padding: .75rem 1rem }
  h2 { font-size: 1rem; margin: 0 } p { margin: .25rem 0 } :root { color-scheme: light dark }`;

function page(inbox: LocalInbox): string {
  const entries = inbox.latest().slice(0, 50);
  const articles = entries.map(
    ({ message: { summary, card } }) =>
      `<article><h2>${escaped(summary)}</h2>${textsOf(card)
        .map((text) => `<p>${escaped(text)}</p>`)
        .join('')}</article>`,
  );
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Local inbox</title><style>${style}</style>
<h1>Local inbox</h1>
<p>Synthetic data. These cards went to invented people who have no window: delivered to nobody real. The latest ${entries.length}, newest first.</p>
${articles.join('\\n')}</html>`;
}

/** Every text of a card, in reading order. */
function textsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { text, title, body, items, columns, actions } = node as Record<string, unknown>;
  const own = [text, title].filter((one): one is string => typeof one === 'string');
  return [...own, ...[body, items, columns, actions].flatMap(textsOf)];
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
