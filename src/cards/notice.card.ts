/** A short notice: what could not be done and what to do now, or what has been done. */

import { z } from 'zod';
import { type NoticeKind, type NoticeTone, noticeText } from '../text/en/notices';
import { asLines, line, lines } from './subject';
import { defineCard } from './template';

export interface NoticeView {
  readonly kind: NoticeKind;
  /** With which the request can be found in the log. */
  readonly reference?: string;
}

const styles: Record<NoticeTone, 'default' | 'warning' | 'attention'> = {
  information: 'default',
  warning: 'warning',
  problem: 'attention',
};

const schema = z.strictObject({
  style: z.enum(['default', 'warning', 'attention']),
  title: line,
  paragraphs: lines,
  references: lines,
});

const kinds = Object.keys(noticeText) as NoticeKind[];

export const noticeCard = defineCard<NoticeView, typeof schema>({
  name: 'notice',
  schema,
  isSharedByMany: ({ reference }) => reference === undefined,
  summarise: ({ kind }, text) => text.notices[kind].title,
  bind: ({ kind, reference }, text) => ({
    style: styles[text.notices[kind].tone],
    title: text.notices[kind].title,
    paragraphs: asLines(text.notices[kind].paragraphs),
    references: asLines([reference && text.noticeReference(reference)]),
  }),
  samples: Object.fromEntries(
    kinds.map((kind) => [kind, kind === 'error' ? { kind, reference: '7F3K-22QD' } : { kind }]),
  ),
});
