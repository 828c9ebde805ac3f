/** Net agreement: the share who agree less the share who disagree, neutrals in the denominator. */

/** −100 to +100, in percentage points: %(favourable) − %(unfavourable) of `n` answers. "I don't know yet" and "not my
 * area" are not among them.
 * @throws RangeError unless n ≥ 1 and favourable + unfavourable ≤ n. */
export function netAgreement(favourable: number, unfavourable: number, n: number): number {
  if (n < 1 || favourable < 0 || unfavourable < 0 || favourable + unfavourable > n) {
    throw new RangeError(`no net agreement of ${favourable} and ${unfavourable} among ${n}`);
  }
  return ((favourable - unfavourable) * 100) / n;
}
