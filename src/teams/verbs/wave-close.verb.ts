/** The lead closes a wave now. */

import { z } from 'zod';
import { currentProgramme } from '../../app/programme/current-programme';
import { closeWave } from '../../app/wave/close-wave.use-case';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { verbNames } from '../../cards/verb-names';
import type { WaveId } from '../../domain/ids';
import { frameOf, plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { idField, subject } from './subject';

export const waveCloseVerb = defineVerb({
  name: verbNames.waveClose,
  schema: z.object({ ...subject, waveId: idField<WaveId>() }),
  role: ['lead', 'pmo'],
  async handle(edge, { actor, data }) {
    const outcome = await closeWave(edge.app, data);
    const programme = await currentProgramme(edge.app, data.programmeId);
    const frame = programme ? frameOf(edge, actor, programme) : plainFrame(edge);
    const kind = {
      closing: 'waveClosing',
      alreadyClosing: 'waveClosing',
      alreadyClosed: 'waveAlreadyClosed',
      noSuchWave: 'outOfDate',
    } as const;
    return messageOf(noticeCard, { kind: kind[outcome] }, frame);
  },
});
