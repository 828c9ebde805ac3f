/** What any card may need, in English. */

export const frameText = {
  fallback: 'Soundings sent you a card that this version of Teams cannot show. Please update Teams.',
  synthetic: 'Synthetic data: invented people and places.',
  refresh: 'Show the current card',
};
