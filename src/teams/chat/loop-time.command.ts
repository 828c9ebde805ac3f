/** "loop time": how long the programme takes to answer what was raised, for those who run it and decide for it. */

import { leadRoles } from '../../app/campaign/plan-campaign';
import { loopTime } from '../../app/issue/loop-time.use-case';
import { programmeLedBy } from '../../app/people/programmes-of';
import { loopTimeCard } from '../../cards/loop-time.card';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import type { Role } from '../../domain/programme/programme';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';

const readers: readonly Role[] = [...leadRoles, 'sro', 'deputySro', 'sponsor'];

export const loopTimeCommand = defineChatCommand({
  name: 'loop-time',
  pattern: /^((show )?(the )?loop ?times?)[.!?]?$/i,
  async handle(edge, { actor }) {
    const own = await programmeLedBy(edge.app, actor, readers);
    const measured = own && (await loopTime(edge.app, own.id));
    if (measured?.outcome !== 'measured') {
      return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    }
    return messageOf(loopTimeCard, measured, frameOf(edge, actor, measured.programme));
  },
});
