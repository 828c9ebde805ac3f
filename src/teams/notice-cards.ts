/** The notices of the edge as cards, in the time zone and with the label of cards that belong to no programme. */

import { messageOf } from '../cards/messages/message';
import { noticeCard } from '../cards/notice.card';
import type { CardFrame } from '../cards/template';
import { type NoticeKind, noticeText } from '../text/en/notices';
import type { Notices } from './notices';

/** What says that nothing was done, whatever was typed. */
const vain: readonly NoticeKind[] = [
  'notInvited',
  'gone',
  'refusedByRole',
  'outOfDate',
  'unreadable',
  'notOnAList',
];

export function noticeCards(frame: CardFrame): Notices {
  const notice = (kind: NoticeKind, said: { readonly reference?: string; readonly typed?: string } = {}) =>
    messageOf(noticeCard, { kind, ...said }, frame);
  return {
    failed: (reference, typed) => notice('error', { reference, ...(typed ? { typed } : {}) }),
    refused: ({ reason }) => notice(reason === 'role' ? 'refusedByRole' : 'gone'),
    outOfDate: () => notice('outOfDate'),
    wrongTenant: () => notice('wrongTenant'),
    unreadable: () => notice('unreadable'),
    // A notice is announced by its title.
    givingBack: (reply, typed) => {
      const kind = vain.find((one) => noticeText[one].title === reply.summary);
      return kind ? notice(kind, { typed }) : reply;
    },
  };
}
