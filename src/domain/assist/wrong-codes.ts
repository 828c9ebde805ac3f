/** How often a champion may mistype before guessing would pay. */

/** In an hour of the wall clock. */
export const mostWrongCodes = 10;

/** Of one champion, in one hour. */
export interface WrongCodes {
  /** Such as `2026-11-23T10`. */
  readonly hour: string;
  readonly wrong: number;
}

export function mayTryCode(known: WrongCodes | undefined, hour: string): boolean {
  return known?.hour !== hour || known.wrong < mostWrongCodes;
}

export function afterWrongCode(known: WrongCodes | undefined, hour: string): WrongCodes {
  return { hour, wrong: known?.hour === hour ? known.wrong + 1 : 1 };
}
