/** How charts look: one column at a phone's width, on a light ground of their own, so that any chat behind it will do. */

/** CSS pixels; the image has twice as many. */
export const width = 320;
export const margin = 12;
/** At twice the size Teams takes 1,024. */
export const tallest = 512;

export const family = 'DejaVu Sans Condensed';

/** Each pair that must be told apart differs in lightness or in shape as well. Text on the ground is above 7 : 1. */
export const colours = {
  ground: '#ffffff',
  edge: '#c8ccd2',
  text: '#1f2430',
  subtle: '#4a5160',
  track: '#d5d9df',
  floor: '#1f2430',
  above: '#0b4f94',
  notSure: '#6b5200',
  below: '#9b1c1c',
} as const;

/** Least favourable first; what is not favourable is hatched as well. */
export const classColours = ['#8f1d1d', '#d38a7c', '#dfe2e7', '#8db8e2', '#0b4f94'] as const;

export const sizes = { title: 13, label: 12, note: 10.5 } as const;
export const lineHeights = { title: 17, label: 14, note: 13 } as const;
