/** What somebody typed into a card that nothing can be done with any more: it is given back, whatever the card was. */

import { objectIn } from './json';

const longest = 5_000;

/** Of a button that was pressed. */
export function typedWordsWith(activity: { readonly value?: unknown }): string | undefined {
  return typedWordsIn(objectIn(objectIn(activity.value)?.action)?.data);
}

/** The values of its inputs that read like words; what buttons carry are ids, numbers and codes. Undefined for none. */
export function typedWordsIn(data: unknown): string | undefined {
  const words = Object.values(objectIn(data) ?? {})
    .filter((value): value is string => typeof value === 'string' && /\S\s+\S/.test(value))
    .join('\n\n')
    .slice(0, longest);
  return words === '' ? undefined : words;
}
