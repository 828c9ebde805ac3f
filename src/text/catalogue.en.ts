/** Every string that people read, in English. */

import { frameText } from './en/frame';
import { privacyText } from './en/privacy';
import { pulseText } from './en/pulse';
import type { Format } from './format';

export type English = ReturnType<typeof createEnglish>;

export function createEnglish(format: Format) {
  return {
    format,
    frame: frameText,
    privacy: privacyText(format),
    pulse: pulseText(format),
  };
}
