/** "question bank", or "question bank train" for one stage: what the lead's pulses may ask. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { programmeLedBy } from '../../app/people/programmes-of';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { questionBankCard } from '../../cards/question-bank.card';
import { stageNames } from '../../domain/programme/stage-name';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';

export const questionBankCommand = defineChatCommand({
  name: 'question-bank',
  pattern:
    /^(?:the )?(?:question bank|questions?)(?: (?:for )?(discover|design|build|test|train|go[ -]live|stabilise|optimise))?$/i,
  async handle(edge, { actor, match }) {
    const programme = await programmeLedBy(edge.app, actor, leadRoles);
    if (!programme) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    const typed = match[1]?.toLowerCase().replace(' ', '-');
    const stage = stageNames.find((name) => name === typed);
    const view = { programme, page: 1, ...(stage ? { stage } : {}) };
    return messageOf(questionBankCard, view, frameOf(edge, actor, programme));
  },
});
