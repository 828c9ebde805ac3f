/** Whom a wave asked, whom not and why: beside its N wherever a result is shown. */

import type { Wave } from '../domain/pulse/wave';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';

/** For staff: who was left out and why, or that people were chosen by name. */
export function leftOutLines(
  { audience, leftOut = [] }: Pick<Wave, 'audience' | 'leftOut'>,
  text: Catalogue,
): readonly string[] {
  const words = text.audience;
  return [
    ...(audience.kind === 'list' ? [words.chosenByLead(plainText(audience.why))] : []),
    ...leftOut
      .filter(({ people }) => people > 0)
      .map(({ groups, people, why }) => words.leftOut(plainText(groups), people, plainText(why))),
  ];
}

/** None where it asked everybody. */
export function askedLines(
  { audience, leftOut = [], notAsked = [] }: Pick<Wave, 'audience' | 'leftOut' | 'notAsked'>,
  text: Catalogue,
): readonly string[] {
  const words = text.audience;
  return [
    ...leftOutLines({ audience, leftOut }, text),
    ...(audience.kind === 'list' ? [words.feedsNothing] : []),
    ...(audience.kind === 'random' ? [words.drawn(audience.share, plainText(audience.seed))] : []),
    ...notAsked.map(({ because, people }) => words.notAsked(because, people)),
  ];
}
