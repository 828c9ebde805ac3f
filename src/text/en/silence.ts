/** The words for who has not answered, and who was never asked. */

import type { WithheldLabel } from '../../domain/disclosure/release';
import type { SilenceReason } from '../../domain/silence/representativeness';
import type { GroupResponse, SilenceKind } from '../../domain/silence/response-by-group';
import type { Format } from '../format';

const kinds: Record<SilenceKind, string> = {
  total: 'Response of everyone',
  siteGroup: 'Response by site group',
  staffFamily: 'Response by staff family',
  shift: 'Response by shift',
  employment: 'Response by employment',
};

const withheld: Record<WithheldLabel, string> = {
  notHeardYet: 'not heard yet',
  tooSmallToShow: 'not shown',
};

export const silenceText = (format: Format) => {
  const onTheList = (headcount: number, declared: number) =>
    `${headcount === 0 ? 'none' : format.count(headcount)} of ${format.count(declared)} people on the list`;
  const reason = (one: SilenceReason, name: string): string => {
    switch (one.kind) {
      case 'lowResponse':
        return `only about ${one.responsePercent}% answered`;
      case 'unevenResponse':
        return `${name}: about ${one.responsePercent}% answered, of everyone about ${one.wholePercent}%`;
      case 'notHeard':
        return `${name}: too few answers to show`;
      case 'notListed':
        return `${name}: ${onTheList(one.headcount, one.declared)}`;
    }
  };
  return {
    /** `name`: the group it is about, where it is about one. */
    reason,
    notRepresentative: 'Those who answered may not stand for everyone:',
    notRepresentativeOf: (reasons: readonly string[]) => `Not representative: ${reasons.join('; ')}.`,
    showResponse: 'Show who answered',
    kinds,
    responseInShort: ({ responsePercent, withheld: why, headcount }: GroupResponse) => {
      if (responsePercent !== undefined) return `${responsePercent}%`;
      return headcount > 0 && why ? withheld[why] : '–';
    },
    /** “Nights (690 asked)”, or with the people the organisation counts. */
    responseOf: (name: string, { headcount, declared }: GroupResponse) =>
      declared === undefined
        ? `${name} (${format.count(headcount)} asked)`
        : `${name} (${onTheList(headcount, declared)})`,
    responseKey:
      'Share who answered · group (people asked, and of how many by the organisation’s own count where it gives one)',
    rule: 'We say “may not stand for” under 30% response, where a group with a tenth of the people is 20 points away or not heard, or where under 80% of the people are on the list.',
  };
};
