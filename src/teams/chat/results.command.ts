/** "results": the result card of the latest closed wave, for those who run or sponsor the programme. */

import { programmeLedBy } from '../../app/programmes-of';
import { readLatestRelease } from '../../app/read-latest-release';
import { messageOf } from '../../cards/messages/message';
import { noticeCard } from '../../cards/notice.card';
import { waveResultCard } from '../../cards/wave-result.card';
import type { Role } from '../../domain/programme/programme';
import { defineChatCommand } from '../chat-command';
import { frameOf, plainFrame } from '../frame-of';

const readers: readonly Role[] = ['lead', 'pmo', 'sro', 'deputySro', 'sponsor', 'viewer'];

export const resultsCommand = defineChatCommand({
  name: 'results',
  pattern: /^(results?|latest results?)$/i,
  async handle(edge, { actor }) {
    const programme = await programmeLedBy(edge.app, actor, readers);
    if (!programme) return messageOf(noticeCard, { kind: 'refusedByRole' }, plainFrame(edge));
    const frame = frameOf(edge, actor, programme);
    const latest = await readLatestRelease(edge.app.store, programme.id);
    return latest
      ? messageOf(waveResultCard, { programme, ...latest }, frame)
      : messageOf(noticeCard, { kind: 'noResult' }, frame);
  },
});
