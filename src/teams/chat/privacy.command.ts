/** "privacy": who can see what, until when. */

import { programmesOf } from '../../app/people/programmes-of';
import { findOpenPulses } from '../../app/wave/find-open-pulses';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { privacyCard } from '../../cards/privacy.card';
import { sendingRulesOf } from '../../domain/timing/next-time-to-write';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';

export const privacyCommand = defineChatCommand({
  name: 'privacy',
  pattern: /^(privacy|who can see( this| my answers?)?\??)$/i,
  async handle(edge, { actor }) {
    const own = (await programmesOf(edge.app, actor)).map(({ programme }) => programme);
    const [first] = own;
    if (!first) return messageOf(noticeCard, { kind: 'notOnAList' }, plainFrame(edge));
    const ids = own.map(({ id }) => id);
    const [wave] = await findOpenPulses(edge.app, actor.personId, ids);
    // Of several programmes the one that asks: its rules are meant.
    const programme = own.find(({ id }) => id === wave?.programmeId) ?? first;
    const view = {
      programme,
      minimumGroupSize: wave?.minimumGroupSize ?? programme.minimumGroupSize,
      backupRetentionDays: edge.app.settings.backupRetentionDays,
      hasChampions: (programme.champions ?? []).length > 0,
      ...(wave ? { closesAt: wave.closesAt } : {}),
      anyTime: sendingRulesOf(programme).anyTime,
    };
    return messageOf(privacyCard, view, frameOf(edge, actor, programme));
  },
});
