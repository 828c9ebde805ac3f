/** What questions, and later issues and lessons, are about. */

/** What the national programmes of the past failed on. */
export const lessonThemes = [
  'competing-priorities',
  'legacy-systems',
  'imposed-timelines',
  'changing-governance',
  'drifting-objectives',
  'lost-learning',
] as const;

/** What gets in the way at work. */
export const practicalThemes = [
  'infrastructure',
  'log-ins',
  'workflow',
  'training',
  'data',
  'reporting',
  'staffing',
  'interfaces',
  'safety',
] as const;

/** What an issue or a lesson can be about. */
export type WorkTheme = (typeof practicalThemes)[number] | (typeof lessonThemes)[number];

/** The dimensions of digital maturity. */
export const maturityThemes = [
  'usability',
  'performance',
  'adaptability',
  'dependability',
  'data-availability',
  'integrity',
  'confidentiality',
] as const;

/** What it comes to for the person asked. */
export const outcomeThemes = ['confidence', 'usefulness', 'workarounds', 'time'] as const;

/** In the order in which people read them. */
export const themes = [...outcomeThemes, ...practicalThemes, ...maturityThemes, ...lessonThemes] as const;
export type Theme = (typeof themes)[number];
