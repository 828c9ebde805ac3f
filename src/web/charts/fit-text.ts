/** Breaks text into lines by the widths of the typeface that is drawn with: a server has no screen to measure on. */

/** Advance widths of DejaVu Sans Condensed in parts of the size, rounded up within each class of letters. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[ijlIJ '’,.·:;|/\\]/, 0.3],
  [/[!f()[\]tr-]/, 0.37],
  [/[scz?*"_–Lk]/, 0.53],
  [/[mwMW%@]/, 0.89],
  [/[ABRVXZCUNHDGOQ&#+<=>≤≥▼]/, 0.72],
  [/./su, 0.59],
];
const boldWider = 1.12;

export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const letter of text) width += classes.find(([pattern]) => pattern.test(letter))?.[1] ?? 1;
  return width * size * (isBold ? boldWider : 1);
}

/** At most `mostLines`; what does not fit ends in “…”. A word longer than a line is cut. */
export function fitText(
  text: string,
  { width, size, isBold = false, mostLines }: FitOptions,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (words: string) => textWidth(words, size, isBold) <= width;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  const isWhole = lines.length <= mostLines;
  const kept = lines.slice(0, mostLines);
  const last = kept.length - 1;
  return kept.map((one, index) => shortened(one, !isWhole && index === last, fits));
}

export interface FitOptions {
  readonly width: number;
  readonly size: number;
  readonly isBold?: boolean;
  readonly mostLines: number;
}

function shortened(line: string, goesOn: boolean, fits: (words: string) => boolean): string {
  const whole = goesOn ? `${line}…` : line;
  if (fits(whole)) return whole;
  let letters = [...line];
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters = letters.slice(0, -1);
  return `${letters.join('').trimEnd()}…`;
}
