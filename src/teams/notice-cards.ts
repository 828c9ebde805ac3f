/** The notices of the edge as cards, in the time zone and with the label of cards that belong to no programme. */

import { messageOf } from '../cards/messages/message';
import { noticeCard } from '../cards/notice.card';
import type { CardFrame } from '../cards/template';
import type { NoticeKind } from '../text/en/notices';
import type { Notices } from './notices';

export function noticeCards(frame: CardFrame): Notices {
  const notice = (kind: NoticeKind, reference?: string) =>
    messageOf(noticeCard, { kind, ...(reference ? { reference } : {}) }, frame);
  return {
    failed: (reference) => notice('error', reference),
    refused: ({ reason }) => notice(reason === 'role' ? 'refusedByRole' : 'notOnAList'),
    outOfDate: () => notice('outOfDate'),
    wrongTenant: () => notice('wrongTenant'),
    unreadable: () => notice('unreadable'),
  };
}
