/** Who answered and who was never asked, on the lead's result card; and why an answer may not stand for a group. */

import type { GroupRow, ReleaseTable } from '../domain/disclosure/release';
import { representativenessOf, type SilenceReason } from '../domain/silence/representativeness';
import { type AskedOf, responseByGroup, silenceKinds } from '../domain/silence/response-by-group';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asLines } from './subject';

type SilenceText = Catalogue['silence'];

/** The rest is one tap away. */
const reasonsNamed = 4;

export function reasonsInWords(reasons: readonly SilenceReason[], silence: SilenceText): readonly string[] {
  return reasons.map((reason) => silence.reason(reason, 'name' in reason ? plainText(reason.name) : ''));
}

/** Nothing where the stated rule finds nothing: that proves nothing either. */
export function notRepresentativeParts(
  row: GroupRow,
  table: ReleaseTable,
  asked: AskedOf | undefined,
  { silence, results }: Catalogue,
) {
  const reasons = (asked && representativenessOf(row, table, asked)?.reasons) ?? [];
  if (reasons.length === 0) return [];
  const words = reasonsInWords(reasons, silence);
  const more = words.length - reasonsNamed;
  const lines = asLines([...words.slice(0, reasonsNamed), more > 0 ? results.more(more) : undefined]);
  return [{ label: silence.notRepresentative, lines }];
}

/** Response by site group, staff family, shift and employment, against the people there are. */
export function responseLists(table: ReleaseTable, asked: AskedOf | undefined, { silence }: Catalogue) {
  const groups = asked ? responseByGroup(table, asked) : [];
  return silenceKinds.flatMap((kind) => {
    const facts = groups
      .filter((group) => group.kind === kind)
      .map((group) => ({
        title: silence.responseInShort(group),
        value: silence.responseOf(plainText(group.name), group),
      }));
    return facts.length > 0 ? [{ title: silence.kinds[kind], facts }] : [];
  });
}
