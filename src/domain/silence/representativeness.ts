/** Whether those who answered can stand for the group: a stated rule, said beside every score. */

import type { GroupRow, ReleaseTable } from '../disclosure/release';
import type { GroupId } from '../ids';
import { type AskedOf, type GroupResponse, responseByGroup } from './response-by-group';

/** Below this response, in per cent, those who did not answer outweigh those who did by more than two to one. */
export const lowestResponsePercent = 30;
/** A group this many percentage points from the whole, as released to the nearest 5, is at least 15 from it in truth. */
export const unevenFromPercent = 20;
/** A group of less than this share of the people can move the whole by 2 points at most where it is silent: say a tenth of
 * them, 20 points fewer answers of 40 in 100, and 40 points less confident. */
export const smallestShareThatWeighs = 0.1;
/** Fewer of the people there are than this on the list: nobody asked the others. */
export const lowestListedShare = 0.8;

export type SilenceReason =
  | { readonly kind: 'lowResponse'; readonly responsePercent: number }
  | {
      readonly kind: 'unevenResponse';
      readonly groupId: GroupId;
      readonly name: string;
      readonly responsePercent: number;
      readonly wholePercent: number;
    }
  | { readonly kind: 'notHeard'; readonly groupId: GroupId; readonly name: string }
  | {
      readonly kind: 'notListed';
      readonly groupId: GroupId;
      readonly name: string;
      readonly headcount: number;
      readonly declared: number;
    };

export interface Representativeness {
  readonly isRepresentative: boolean;
  /** None when it is. */
  readonly reasons: readonly SilenceReason[];
}

/** The rule. A group's answers are **not representative** when
 * - its response is under 30 %, or
 * - fewer than 80 % of the people its organisation counts were on the list of people to ask.
 *
 * Those of the whole audience also when a site group, staff family, shift or kind of employment that makes up at least a
 * tenth of it
 * - answered at a rate that is 20 points or more from that of the whole, or
 * - has not been heard (fewer answers than may be shown), or
 * - is on the list with fewer than 80 % of the people counted, of whatever size.
 *
 * The opposite is no proof: nobody knows what the silent would have said. Made of the release and of the declared headcounts
 * alone; a response that is withheld takes no part. Undefined for a group of which no figure is shown. */
export function representativenessOf(
  row: GroupRow,
  table: Pick<ReleaseTable, 'rows'>,
  asked: AskedOf,
): Representativeness | undefined {
  if (!('n' in row.figures)) return undefined;
  const { responsePercent } = row;
  const groups = responseByGroup(table, asked);
  const own = groups.find(({ groupId }) => groupId === row.groupId);
  const reasons: SilenceReason[] = [
    ...(responsePercent !== undefined && responsePercent < lowestResponsePercent
      ? [{ kind: 'lowResponse' as const, responsePercent }]
      : []),
    ...(own ? notListed(own) : []),
    ...(row.kind === 'total' ? groups.flatMap((group) => unevenness(group, row)) : []),
  ];
  return { isRepresentative: reasons.length === 0, reasons };
}

function unevenness(group: GroupResponse, whole: GroupRow): readonly SilenceReason[] {
  const { kind, groupId, name, headcount, responsePercent, withheld } = group;
  if (kind === 'total') return [];
  const weighs = headcount >= whole.headcount * smallestShareThatWeighs;
  const wholePercent = whole.responsePercent;
  const isUneven =
    weighs &&
    responsePercent !== undefined &&
    wholePercent !== undefined &&
    Math.abs(responsePercent - wholePercent) >= unevenFromPercent;
  return [
    ...(isUneven ? [{ kind: 'unevenResponse' as const, groupId, name, responsePercent, wholePercent }] : []),
    ...(weighs && withheld === 'notHeardYet' ? [{ kind: 'notHeard' as const, groupId, name }] : []),
    ...notListed(group),
  ];
}

function notListed({ groupId, name, headcount, declared }: GroupResponse): readonly SilenceReason[] {
  if (declared === undefined || headcount >= declared * lowestListedShare) return [];
  return [{ kind: 'notListed', groupId, name, headcount, declared }];
}

/** The reasons for analysts: `lowResponse`, or the kind and the group, such as `unevenResponse shift:nights`. */
export function reasonsInShort(reasons: readonly SilenceReason[]): string {
  return reasons
    .map((reason) => ('groupId' in reason ? `${reason.kind} ${reason.groupId}` : reason.kind))
    .join(', ');
}
