/** What the buttons of a colleague's turn carry. */

import { z } from 'zod';
import type { WaveId } from '../../domain/ids';
import { idField, subject } from './subject';

export const sittingFields = {
  ...subject,
  waveId: idField<WaveId>(),
  /** Sealed for this champion: whose turn it is. */
  sitting: z.string().min(1).max(1_000),
};
