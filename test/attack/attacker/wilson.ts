/** The interval that the surfaces print, worked out anew so that it can be turned back into counts. */

const z = 1.959963984540054;

export function wilsonOf(favourable: number, n: number): { lower: number; upper: number } {
  const share = favourable / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}
