/** The stages a programme goes through, in order. */

export const stageNames = [
  'discover',
  'design',
  'build',
  'test',
  'train',
  'go-live',
  'stabilise',
  'optimise',
] as const;
export type StageName = (typeof stageNames)[number];
