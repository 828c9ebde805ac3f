/** Who was asked, who answered, and who was never on the list: by site group, staff family, shift and employment. */

import type { GroupKind, GroupRow, ReleaseTable, WithheldLabel } from '../disclosure/release';
import type { NamedGroup } from '../gate/gate-definition';
import { asId, type GroupId } from '../ids';
import type { DeclaredHeadcount } from '../programme/programme';
import { asksWhole } from '../pulse/asks-whole';
import type { Wave } from '../pulse/wave';

/** What a wave freezes at its opening that tells how far the people asked are the people there are. */
export type AskedOf = Pick<Wave, 'headcounts' | 'audience' | 'leftOut' | 'notAsked' | 'frame'>;

/** The groups by which silence is told, in reading order. */
export const silenceKinds = ['total', 'siteGroup', 'staffFamily', 'shift', 'employment'] as const;
export type SilenceKind = (typeof silenceKinds)[number];

export interface GroupResponse {
  readonly groupId: GroupId;
  readonly kind: SilenceKind;
  readonly name: string;
  /** N: the people asked, and those who chose not to be asked. 0 where a declared group has nobody on the list. */
  readonly headcount: number;
  /** How many the organisation itself counts; of a random audience, the part of them that the same share would ask. Absent
   * where not the whole group was to be asked: those left out are no silence. */
  readonly declared?: number;
  /** Response of those on the list as released, 0 to 100 to the nearest 5; absent where it is not. */
  readonly responsePercent?: number;
  /** Why there is no response to tell. */
  readonly withheld?: WithheldLabel;
}

/** Every group of a released table that silence is told of, and every declared group that has no row because nobody of it
 * was ever imported. Only what the release says: no response that it withholds, and no group of a kind it has no rows of. */
export function responseByGroup(
  { rows }: Pick<ReleaseTable, 'rows'>,
  asked: AskedOf,
): readonly GroupResponse[] {
  return silenceKinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const present = new Set(own.flatMap(partsOf));
    const declared = (asked.headcounts ?? []).flatMap((one) => (kind === 'total' ? [] : (one[kind] ?? [])));
    const isMissing = (id: string) => !present.has(id) && isAskedWhole(kind, [id], asked);
    const missing = own.length === 0 ? [] : declared.filter(isMissing);
    return [
      ...own.map((row) => responseOf(row, kind, asked)),
      ...missing.map((id) => nobodyOf(kind, id, asked)),
    ];
  });
}

function responseOf(row: GroupRow, kind: SilenceKind, asked: AskedOf): GroupResponse {
  const { groupId, name, headcount, responsePercent, figures } = row;
  const declared = declaredOf(kind, partsOf(row), asked);
  const isWithheld = figures.label === 'notHeardYet' || figures.label === 'tooSmallToShow';
  return {
    groupId,
    kind,
    name,
    headcount,
    ...(declared === undefined ? {} : { declared }),
    ...(responsePercent === undefined ? {} : { responsePercent }),
    ...(isWithheld ? { withheld: figures.label } : {}),
  };
}

function nobodyOf(kind: SilenceKind, id: string, asked: AskedOf): GroupResponse {
  const named = [...(asked.frame.siteGroups ?? []), ...(asked.frame.staffFamilies ?? [])];
  const declared = declaredOf(kind, [id], asked) ?? 0;
  const name = named.find((one) => one.id === id)?.name ?? id;
  return { groupId: asId(`${kind}:${id}`), kind, name, headcount: 0, declared };
}

/** What the organisation counts of a group; of groups merged into one, only where each of them is declared. */
function declaredOf(kind: SilenceKind, parts: readonly string[], asked: AskedOf): number | undefined {
  const { headcounts = [], audience } = asked;
  if (!isAskedWhole(kind, parts, asked)) return undefined;
  const found =
    kind === 'total' ? headcounts.filter(isOfEveryone) : parts.map((id) => ofPart(headcounts, kind, id));
  const counts = found.map((one) => one?.count);
  if (counts.length === 0 || counts.some((count) => count === undefined)) return undefined;
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  return audience.kind === 'random' ? Math.ceil(sum * audience.share) : sum;
}

function isAskedWhole(kind: SilenceKind, parts: readonly string[], asked: AskedOf): boolean {
  const isWhole = (group: NamedGroup) => asksWhole(asked, group);
  switch (kind) {
    case 'total':
      return isWhole({});
    case 'siteGroup':
      return isWhole({ siteGroups: parts });
    case 'staffFamily':
      return isWhole({ staffFamilies: parts });
    default:
      return parts.every((part) => isWhole({ [kind]: part }));
  }
}

function ofPart(headcounts: readonly DeclaredHeadcount[], kind: Exclude<SilenceKind, 'total'>, id: string) {
  return headcounts.find((one) => one[kind] === id);
}

function isOfEveryone({ siteGroup, staffFamily, shift, employment }: DeclaredHeadcount): boolean {
  return [siteGroup, staffFamily, shift, employment].every((part) => part === undefined);
}

/** The ids a group is made of: `siteGroup:north~south` is two. */
function partsOf({
  groupId,
  kind,
}: {
  readonly groupId: GroupId;
  readonly kind: GroupKind;
}): readonly string[] {
  return kind === 'total' ? [] : groupId.slice(groupId.indexOf(':') + 1).split('~');
}
