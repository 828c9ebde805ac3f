/** Finds the strings for a reader: one catalogue per locale, its dates in the programme's time zone. */

import { createEnglish, type English } from './catalogue.en';
import { createFormat } from './format';

/** Every locale has the same strings as English, with the same arguments. */
export type Catalogue = English;
export type Locale = 'en';

const creators: Record<Locale, (timeZone: string) => Catalogue> = {
  en: (timeZone) => createEnglish(createFormat('en-GB', timeZone)),
};
const created = new Map<string, Catalogue>();

/** @throws RangeError when the time zone is unknown. */
export function catalogueFor(timeZone: string, locale: Locale = 'en'): Catalogue {
  const key = `${locale} ${timeZone}`;
  const catalogue = created.get(key) ?? creators[locale](timeZone);
  created.set(key, catalogue);
  return catalogue;
}
