/** The address of a chart's picture: says which chart and until when, signed, so that nobody can ask for another. */

import type { ChartSubject } from '../../domain/chart/chart-subject';
import { asId } from '../../domain/ids';
import { dayOf, type Instant, plusDays } from '../../domain/instant';
import type { AppContext } from '../context';

type Signing = Pick<AppContext, 'keys' | 'clock'>;

/** A card in a chat is read for weeks; one that is asked for again comes with a new address. */
const daysShown = 30;
const longestToken = 1_000;

/** The same all day long, so that a card is the same for everybody who gets it that day. Undefined without a public
 * address. */
export function chartAddress(
  context: Signing & Pick<AppContext, 'settings'>,
  subject: ChartSubject,
): string | undefined {
  const { publicUrl } = context.settings;
  return publicUrl && `${publicUrl}/charts/${chartToken(context, subject)}.png`;
}

/** Holds ids and a day: no figure, no name of a person. */
export function chartToken({ keys, clock }: Signing, subject: ChartSubject): string {
  const until = dayOf(plusDays(clock.now(), daysShown + 1));
  const content = encoded(JSON.stringify([until, ...partsOf(subject)]));
  return `${content}.${keys.chartMac(content)}`;
}

export interface ReadToken {
  readonly subject: ChartSubject;
  readonly until: Instant;
}

/** Undefined for whatever this service did not sign, and from its last day on. */
export function readChartToken({ keys, clock }: Signing, token: string): ReadToken | undefined {
  const [content = '', mac = '', ...more] = token.slice(0, longestToken + 1).split('.');
  if (token.length > longestToken || more.length > 0 || !keys.isChartMac(content, mac)) return undefined;
  const [day, ...parts] = JSON.parse(decoded(content)) as readonly [string, ...string[]];
  const until = `${day}T00:00:00.000Z` as Instant;
  const subject = subjectOf(parts);
  return subject && clock.now() < until ? { subject, until } : undefined;
}

function partsOf(subject: ChartSubject): readonly (string | number)[] {
  const { kind, programmeId } = subject;
  switch (subject.kind) {
    case 'groups':
      return [kind, programmeId, subject.waveId];
    case 'distribution':
    case 'trend':
      return [kind, programmeId, subject.waveId, subject.groupId];
    case 'evidence':
      return [kind, programmeId, subject.escalationId, subject.pieces];
    case 'evidenceTrend':
      return [kind, programmeId, subject.escalationId, subject.piece];
    case 'gate':
      return [kind, programmeId, subject.gateId];
  }
}

/** Undefined for a kind of chart that another version of this service knew. */
function subjectOf([kind, programme = '', id = '', more = '']: readonly string[]): ChartSubject | undefined {
  const programmeId = asId<ChartSubject['programmeId']>(programme);
  switch (kind) {
    case 'groups':
      return { kind, programmeId, waveId: asId(id) };
    case 'distribution':
    case 'trend':
      return { kind, programmeId, waveId: asId(id), groupId: asId(more) };
    case 'evidence':
      return { kind, programmeId, escalationId: asId(id), pieces: Number(more) };
    case 'evidenceTrend':
      return { kind, programmeId, escalationId: asId(id), piece: Number(more) };
    case 'gate':
      return { kind, programmeId, gateId: asId(id) };
    default:
      return undefined;
  }
}

function encoded(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function decoded(content: string): string {
  const bytes = atob(content.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}
