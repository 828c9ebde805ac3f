/** Turns to another page of the question bank. */

import { z } from 'zod';
import { leadRoles } from '../../app/campaign/plan-campaign';
import { currentProgramme } from '../../app/programme/current-programme';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { anyStage, questionBankCard } from '../../cards/question-bank.card';
import { verbNames } from '../../cards/verb-names';
import { stageNames } from '../../domain/programme/stage-name';
import { frameOf, plainFrame } from '../frame-of';
import { defineVerb } from '../verb';
import { subject } from './subject';

export const bankShowVerb = defineVerb({
  name: verbNames.bankShow,
  schema: z.object({
    ...subject,
    stage: z.enum([anyStage, ...stageNames]),
    page: z.number().int().min(1).max(999),
  }),
  role: leadRoles,
  async handle(edge, { actor, data: { programmeId, stage, page } }) {
    const programme = await currentProgramme(edge.app, programmeId);
    if (!programme) return messageOf(noticeCard, { kind: 'outOfDate' }, plainFrame(edge));
    const view = { programme, page, ...(stage === anyStage ? {} : { stage }) };
    return messageOf(questionBankCard, view, frameOf(edge, actor, programme));
  },
});
