/** The words of the lead's list of open waves. */

import type { Instant } from '../../domain/instant';
import type { Format } from '../format';

export const wavesText = (format: Format) => ({
  summary: 'The open waves',
  title: 'Open waves',
  none: 'No wave is open.',
  openUntil: (closesAt: Instant) => `Open until ${format.lastDay(closesAt)}.`,
  response: (percent: number) => `About ${percent}% have answered.`,
  responseHidden: 'The response is not shown: too few people were asked, or it is too early.',
  responseNote: 'Response is to the nearest 5%, renewed once a day.',
  close: 'Close this wave now',
  whatClosingMeans: [
    'Nobody can answer any more. This cannot be undone.',
    'The result is worked out once, then single answers are deleted.',
    'You get the result card; staff get “what we heard”.',
  ],
  confirm: 'Yes, close it now',
});
