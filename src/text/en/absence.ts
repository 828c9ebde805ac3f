/** What a role holder is told who goes away, or is back. */

import type { Instant } from '../../domain/instant';
import type { Format } from '../format';

export const absenceText = (format: Format) => ({
  summary: 'Your absence',
  awayTitle: (lastDay: Instant) => `You are away until the end of ${format.dayAndYear(lastDay)}`,
  meanwhile: 'Until then, new decisions go to your deputy or to the next step at once.',
  back: 'Send “back” when you are back earlier.',
  nothingWaits: 'Nothing waits for a decision of yours now.',
  handedOver: (about: string, names: readonly string[]) => `Now also with ${format.list(names)}: ${about}`,
  stays: (about: string) => `Nobody else can decide this, so it still waits for you: ${about}`,
  more: (count: number) => `And ${format.plural(count, 'more', 'more')}, handed over in the same way.`,
  stillYours: 'You can still decide what you were asked: whoever is first decides.',
  backTitle: 'Welcome back',
  backMeans: 'What your role is asked comes to you again.',
  notAwayTitle: 'You were not away',
  notAwayMeans: 'Nothing was noted, so nothing has changed.',
  whatWaits: 'Send “what waits for me” to see what waits.',
  refusals: {
    unreadable: 'I could not read until when',
    past: 'That day has passed',
    tooFar: 'That is more than a year ahead',
  },
  nothingNoted: 'Nothing was noted.',
  examples: 'Send for instance “away until Friday”, “away until 24 December” or “away until 2026-12-24”.',
  forRolesTitle: 'This is for those who hold a role',
  forRoles: 'What waits for a decision is handed over while they are away. Nothing was noted.',
  stopAsking: 'To get no questions, send “stop asking me”.',
  notConfirmed: 'We could not confirm this: please send it again.',
});
