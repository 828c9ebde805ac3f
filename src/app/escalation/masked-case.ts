/** What a lead typed for the executive, masked before it is stored. */

import type { LeadCase } from '../../domain/escalation/forward-escalation';
import type { Programme } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';

export function maskedCase(words: LeadCase, { hospitalNumber }: Pick<Programme, 'hospitalNumber'>): LeadCase {
  const masked = (text: string) => maskText(text, hospitalNumber).text;
  const { options, recommendedOption, ...typed } = words;
  return {
    ...Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, masked(text)])),
    options: options.map(({ title, consequence }) => ({
      title: masked(title),
      consequence: masked(consequence),
    })),
    ...(recommendedOption === undefined ? {} : { recommendedOption }),
  };
}
