/** Net agreement: the share who agree less the share who disagree, neutrals in the denominator. */

/** −100 to +100: %(favourable) − %(unfavourable) of `n` ≥ 1 answers. */
export function netAgreement(favourable: number, unfavourable: number, n: number): number {
  return ((favourable - unfavourable) * 100) / n;
}
