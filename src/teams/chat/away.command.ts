/** "away until Friday" and "back": what waits for a role holder goes to somebody who is there. */

import { comeBack, goAway } from '../../app/people/absence.use-case';
import { programmesOf } from '../../app/people/programmes-of';
import { UnavailableError } from '../../app/ports/errors';
import type { Message } from '../../app/ports/messenger';
import { type AbsenceView, absenceCard } from '../../cards/absence.card';
import { messageOf } from '../../cards/messages/message';
import { readLastDay } from '../../domain/absence/read-last-day';
import { localDay } from '../../domain/calendar/local-time';
import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';
import type { Actor, EdgeContext } from '../verb';

export const awayCommand = defineChatCommand({
  name: 'away',
  pattern: /^(?:(?:i am|i’m|i'm|im) )?away(?:(?: (?:until|till|til|to))? (.{1,60}?))?[.!]?$/i,
  handle: (edge, { actor, match }) =>
    forRoleHolder(edge, actor, async (programmes, first): Promise<AbsenceView> => {
      const read = readLastDay(match[1] ?? '', localDay(edge.app.clock.now(), first.timeZone));
      if (read.outcome !== 'until') return { kind: read.outcome };
      const handedOver = await goAway(edge.app, programmes, { personId: actor.personId, until: read.day });
      const waiting = handedOver.map(({ item: { about }, names }) => ({ about, names }));
      return { kind: 'away', lastDay: `${read.day}T12:00:00.000Z` as Instant, waiting };
    }),
});

export const backCommand = defineChatCommand({
  name: 'back',
  pattern: /^(?:(?:i am|i’m|i'm|im) )?back(?: again)?[.!]?$/i,
  handle: (edge, { actor }) =>
    forRoleHolder(edge, actor, async (programmes) => ({
      kind: await comeBack(edge.app, programmes, actor.personId),
    })),
});

async function forRoleHolder(
  edge: EdgeContext,
  actor: Actor,
  reply: (programmes: readonly Programme[], first: Programme) => Promise<AbsenceView>,
): Promise<Message> {
  const own = (await programmesOf(edge.app, actor)).filter(({ roles }) => roles.length > 0);
  const programmes = own.map(({ programme }) => programme);
  const [first] = programmes;
  if (!first) return messageOf(absenceCard, { kind: 'forRoles' }, plainFrame(edge));
  const frame = frameOf(edge, actor, first);
  try {
    return messageOf(absenceCard, await reply(programmes, first), frame);
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    return messageOf(absenceCard, { kind: 'notConfirmed' }, frame);
  }
}
