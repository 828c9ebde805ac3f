/** The questions of a pulse as staff will get them, shown to whoever sets it up: nothing that is tapped is recorded. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { currentProgramme } from '../../app/programme/current-programme';
import { findChatPulse } from '../../app/pulse-setup/find-pulse-draft';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { pulseQuestionCard } from '../../cards/pulse-question.card';
import { pulseOverview } from '../../cards/pulse-steps';
import { verbNames } from '../../cards/verb-names';
import { asId, type PulseId, type QuestionId, type WaveId } from '../../domain/ids';
import { plusDays } from '../../domain/instant';
import { nextRun } from '../../domain/schedule/next-run';
import { frameOf, plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { placeReply, startReply } from './pulse-setup-reply';
import { idField, subject } from './subject';

export const pulseTryVerb = defineVerb({
  name: verbNames.pulseTry,
  schema: z.object({
    ...subject,
    /** In the place of a wave's, as the card of a question carries it. */
    waveId: idField<PulseId>(),
    questionId: idField<QuestionId>(),
    /** Absent: the question after this one. */
    show: z.literal('question').optional(),
  }),
  role: leadRoles,
  async handle(edge, { actor, data: { programmeId, waveId: pulseId, questionId, show } }) {
    const programme = await currentProgramme(edge.app, programmeId);
    if (!programme) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    const pulse = await findChatPulse(edge.app, { programmeId, pulseId });
    if (!pulse) return startReply(edge, actor, { notice: 'gone' });
    const { questions, title, openForDays, schedule } = pulse.definition;
    const asked = questions.findIndex(({ id }) => id === questionId);
    const index = show ? Math.max(0, asked) : asked + 1;
    const question = questions[index];
    if (asked < 0 || !question) {
      return placeReply(edge, actor, programme, pulse, pulseOverview, { notice: 'previewed' });
    }
    const now = edge.app.clock.now();
    const opensAt = (schedule && nextRun(schedule, programme, now)?.at) ?? now;
    const wave = {
      waveId: asId<WaveId>(pulseId),
      title: `${title} 1`.trim(),
      closesAt: plusDays(opensAt, openForDays),
      minimumGroupSize: programme.minimumGroupSize,
    };
    const view = { programme, wave, question, position: index + 1, total: questions.length, revision: 0 };
    return messageOf(pulseQuestionCard, { ...view, isPreview: true }, frameOf(edge, actor, programme));
  },
});
