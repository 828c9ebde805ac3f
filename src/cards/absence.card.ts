/** What a role holder is told who goes away, is back, or named no day that could be noted. */

import { z } from 'zod';
import type { Instant } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asLines, line, lines } from './subject';
import { defineCard } from './template';

export type AbsenceView =
  | {
      readonly kind: 'away';
      /** Any instant of the last day. */
      readonly lastDay: Instant;
      /** What waited for a decision, and who else can take it now. */
      readonly waiting: readonly { readonly about: string; readonly names: readonly string[] }[];
    }
  | { readonly kind: 'back' | 'notAway' | 'forRoles' | 'notConfirmed' }
  | { readonly kind: 'unreadable' | 'past' | 'tooFar' };

const mostNamed = 6;
const mostWords = 160;

const schema = z.strictObject({ title: line, paragraphs: lines, waiting: lines, smallPrint: lines });

export const absenceCard = defineCard<AbsenceView, typeof schema>({
  name: 'absence',
  schema,
  summarise: (_view, { absence }) => absence.summary,
  bind: (view, text) => {
    const { absence } = text;
    switch (view.kind) {
      case 'away':
        return away(view, text);
      case 'back':
        return plain(absence.backTitle, [absence.backMeans, absence.whatWaits]);
      case 'notAway':
        return plain(absence.notAwayTitle, [absence.notAwayMeans, absence.whatWaits]);
      case 'forRoles':
        return plain(absence.forRolesTitle, [absence.forRoles, absence.stopAsking]);
      case 'notConfirmed':
        return plain(absence.notConfirmed, [absence.examples]);
      default:
        return plain(absence.refusals[view.kind], [absence.nothingNoted, absence.examples]);
    }
  },
  samples: {
    'away, two handed over': {
      kind: 'away',
      lastDay: '2026-12-24T12:00:00.000Z' as Instant,
      waiting: [
        { about: 'What should we do about low confidence in Community?', names: ['Ruth Abara'] },
        { about: 'Go-live at both sites', names: ['Ruth Abara', 'Neil Okafor'] },
      ],
    },
    'away, many, one stays': {
      kind: 'away',
      lastDay: '2026-12-24T12:00:00.000Z' as Instant,
      waiting: Array.from({ length: 9 }, (_, index) => ({
        about: `Should ward ${index + 1} start on the planned day? `.repeat(8),
        names: index === 0 ? [] : ['Ruth Abara'],
      })),
    },
    'away, nothing waits': { kind: 'away', lastDay: '2026-12-24T12:00:00.000Z' as Instant, waiting: [] },
    back: { kind: 'back' },
    'not away': { kind: 'notAway' },
    'for role holders': { kind: 'forRoles' },
    'not confirmed': { kind: 'notConfirmed' },
    unreadable: { kind: 'unreadable' },
    past: { kind: 'past' },
    'too far': { kind: 'tooFar' },
  },
});

function plain(title: string, paragraphs: readonly string[]) {
  return { title, paragraphs: asLines(paragraphs), waiting: [], smallPrint: [] };
}

function away(
  { lastDay, waiting }: Extract<AbsenceView, { kind: 'away' }>,
  { absence }: Catalogue,
): z.input<typeof schema> {
  // What stays with somebody who is away comes first: it is what they may want to settle before they go.
  const ordered = [...waiting].sort((a, b) => Number(a.names.length > 0) - Number(b.names.length > 0));
  const named = ordered.slice(0, mostNamed).map(({ about, names }) => {
    const words = plainText([...about].slice(0, mostWords).join(''));
    return names.length > 0 ? absence.handedOver(words, names.map(plainText)) : absence.stays(words);
  });
  const more = waiting.length - named.length;
  return {
    title: absence.awayTitle(lastDay),
    paragraphs: asLines([absence.meanwhile, waiting.length === 0 ? absence.nothingWaits : undefined]),
    waiting: asLines([...named, more > 0 ? absence.more(more) : undefined]),
    smallPrint: asLines([waiting.length > 0 ? absence.stillYours : undefined, absence.back]),
  };
}
