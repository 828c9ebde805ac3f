/** The cards of the bare bot: the very cards that ours sent, each as large as it was. */

type Card = Readonly<Record<string, unknown>>;

/** Without `refresh`, because teams-ai would then write the card into the chat as well; its room is filled. */
export function sameSizedCards(replies: Readonly<Record<string, unknown>>): Readonly<Record<string, Card>> {
  return Object.fromEntries(
    Object.entries(replies).map(([key, reply]) => [
      key,
      withoutRefresh((reply as { readonly value: Card }).value),
    ]),
  );
}

function withoutRefresh(card: Card): Card {
  const { refresh: _refresh, ...rest } = card;
  const missing = JSON.stringify(card).length - JSON.stringify({ ...rest, speak: '' }).length;
  return { ...rest, speak: 'x'.repeat(Math.max(0, missing)) };
}
