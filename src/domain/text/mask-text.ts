/** Takes out of free text what could point to a patient or a person, before anything is stored or logged. */

import type { Span } from './digit-chains';
import { findDates } from './find-dates';
import { findNhsNumbers, findPhoneNumbers } from './find-numbers';
import { hospitalNumbers } from './hospital-number';
import { plainForm } from './plain-form';

export const maskedKinds = [
  'nhsNumber',
  'hospitalNumber',
  'dateOfBirth',
  'phoneNumber',
  'emailAddress',
] as const;
export type MaskedKind = (typeof maskedKinds)[number];

export interface MaskedText {
  readonly text: string;
  /** What was found, each kind once. */
  readonly kinds: readonly MaskedKind[];
}

type Find = (plain: string) => Span[];

const markers: Readonly<Record<MaskedKind, string>> = {
  nhsNumber: '[NHS number removed]',
  hospitalNumber: '[hospital number removed]',
  dateOfBirth: '[date removed]',
  phoneNumber: '[phone number removed]',
  emailAddress: '[e-mail address removed]',
};

const address =
  /[^\s@<>()[\],;:"]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+|[\p{L}\p{N}._%+'-]{1,64}\s?@\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*\.(?:uk|net|com|org|ie|eu)(?![\p{L}\p{N}])/gu;

const findAll =
  (pattern: RegExp): Find =>
  (plain) =>
    [...plain.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));

/** One mask may bring together what another parted; nothing is found a third time. */
const mostRounds = 4;

/** The text with a marker in the place of everything found. `hospitalNumber`: the organisation's own pattern.
 * @throws SyntaxError when that pattern is one that `patternProblem` refuses. */
export function maskText(text: string, hospitalNumber?: string): MaskedText {
  const kinds = new Set<MaskedKind>();
  const finders: readonly (readonly [MaskedKind, Find])[] = [
    ['emailAddress', findAll(address)],
    ['nhsNumber', findNhsNumbers],
    ...(hospitalNumber === undefined
      ? []
      : [['hospitalNumber', findAll(hospitalNumbers(hospitalNumber))] as const]),
    ['dateOfBirth', findDates],
    ['phoneNumber', findPhoneNumbers],
  ];
  let masked = text;
  for (let round = 1; round <= mostRounds && /[\p{N}@＠﹫]/u.test(masked); round += 1) {
    const before = masked;
    for (const [kind, find] of finders) masked = replaceFound(masked, kind, find, kinds);
    if (masked === before) break;
  }
  return { text: masked, kinds: maskedKinds.filter((kind) => kinds.has(kind)) };
}

function replaceFound(text: string, kind: MaskedKind, find: Find, kinds: Set<MaskedKind>): string {
  const { plain, origins } = plainForm(text);
  let result = '';
  let copiedTo = 0;
  for (const { start, end } of find(plain)) {
    kinds.add(kind);
    result += text.slice(copiedTo, origins[start]) + markers[kind];
    copiedTo = origins[end] ?? text.length;
  }
  return copiedTo === 0 ? text : result + text.slice(copiedTo);
}
