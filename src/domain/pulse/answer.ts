/** What one person has said in one wave: no name, no site, no time finer than a day. */

import type { AtomId, QuestionId, WaveId } from '../ids';
import type { Day } from '../instant';
import type { AnswerValue } from './question';

export interface AnswerSheet {
  readonly waveId: WaveId;
  /** HMAC(wave key, person): without the wave key it names nobody. */
  readonly answerKey: string;
  readonly atomId: AtomId;
  readonly answeredOn: Day;
  /** Counts accepted taps; a tap made on an older revision changes nothing. */
  readonly revision: number;
  readonly values: Readonly<Record<QuestionId, AnswerValue>>;
}
