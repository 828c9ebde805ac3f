/** "close wave": the lead's open waves, each with a button that closes it. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { programmeLedBy } from '../../app/people/programmes-of';
import { readOpenWaves } from '../../app/wave/read-open-waves';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { waveListCard } from '../../cards/wave-list.card';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';

export const closeWaveCommand = defineChatCommand({
  name: 'close-wave',
  pattern: /^(close( the| a)? wave|waves|open waves)$/i,
  async handle(edge, { actor }) {
    const programme = await programmeLedBy(edge.app, actor, leadRoles);
    if (!programme) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    const waves = await readOpenWaves(edge.app, programme.id);
    return messageOf(waveListCard, { programme, waves }, frameOf(edge, actor, programme));
  },
});
