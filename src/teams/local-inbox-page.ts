/** The page on which the local inbox can be read: what people without a window were sent, as plain text. */

import type { InboxCard, InboxCards } from './local-inbox-cards';
import type { GetRoute } from './server';

export function inboxRoute(cards: Pick<InboxCards, 'latest'>): GetRoute {
  return {
    path: '/local/inbox',
    handle: async () => ({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      },
      body: page(cards.latest().slice(0, mostShown)),
    }),
  };
}

const mostShown = 50;

const style = `
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem }
  article { border: 1px solid #8888; border-radius: 8px; margin: 1rem 0; padding: .75rem 1rem }
  h2 { font-size: 1.05rem; margin: 0 } p, ul { margin: .25rem 0 } .how-often { opacity: .75 }`;

function page(cards: readonly InboxCard[]): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Local inbox (synthetic data)</title>
<style>${style}</style>
<main>
<h1>Local inbox</h1>
<p><strong>Synthetic data: invented people and places.</strong> These cards went to people who have no window on this
machine: delivered to nobody real. The same card is shown once. The latest comes first; reload to see what is new.</p>
${cards.map(articleOf).join('\n') || '<p>Nothing yet.</p>'}
</main>
</html>
`;
}

function articleOf({ message: { summary, card }, deliveries }: InboxCard): string {
  const { texts, buttons } = contentOf(card);
  const times = deliveries === 1 ? 'once' : `${deliveries.toLocaleString('en-GB')} times`;
  return `<article>
<h2>${escaped(summary)}</h2>
<p class="how-often">Delivered ${times}</p>
${texts.map(({ text, isStrong }) => (isStrong ? `<p><strong>${escaped(text)}</strong></p>` : `<p>${escaped(text)}</p>`)).join('\n')}
${buttons.length > 0 ? `<p>Buttons: ${escaped(buttons.join(' · '))}</p>` : ''}
</article>`;
}

interface Content {
  readonly texts: readonly { readonly text: string; readonly isStrong: boolean }[];
  readonly buttons: readonly string[];
}

const none: Content = { texts: [], buttons: [] };
/** Where a card keeps what is inside it. */
const inside = ['body', 'items', 'columns', 'rows', 'cells', 'facts', 'actions'] as const;

/** Every text of a card in reading order, apart from what can be pressed. */
function contentOf(node: unknown): Content {
  if (Array.isArray(node)) return node.map(contentOf).reduce(joined, none);
  if (typeof node !== 'object' || node === null) return none;
  const { type, text, title, value, label, weight } = node as Record<string, unknown>;
  const isButton = typeof type === 'string' && type.startsWith('Action.');
  const isFact = type === undefined && typeof title === 'string' && typeof value === 'string';
  const own = isFact ? [`${title}: ${value}`] : [text, label, isButton ? undefined : title];
  const isStrong = weight === 'Bolder';
  const texts = own.flatMap((one) =>
    typeof one === 'string' && one !== '' ? [{ text: one, isStrong }] : [],
  );
  const buttons = isButton && typeof title === 'string' ? [title] : [];
  const parts = inside.map((name) => contentOf((node as Record<string, unknown>)[name]));
  return [{ texts, buttons }, ...parts].reduce(joined, none);
}

function joined(one: Content, other: Content): Content {
  return { texts: [...one.texts, ...other.texts], buttons: [...one.buttons, ...other.buttons] };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
