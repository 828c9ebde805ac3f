/** A short notice: what could not be done and what to do now, or what has been done. */

import { z } from 'zod';
import { type NoticeKind, type NoticeTone, noticeText } from '../text/en/notices';
import { plainText } from './plain-text';
import { asLines, line, lines } from './subject';
import { defineCard } from './template';

export interface NoticeView {
  readonly kind: NoticeKind;
  /** With which the request can be found in the log. */
  readonly reference?: string;
  /** What the person typed with the tap: it was not saved. */
  readonly typed?: string;
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
  unsaved: z.array(z.strictObject({ label: line, words: line })),
});

const kinds = Object.keys(noticeText) as NoticeKind[];

export const noticeCard = defineCard<NoticeView, typeof schema>({
  name: 'notice',
  schema,
  isSharedByMany: ({ reference, typed }) => reference === undefined && typed === undefined,
  summarise: ({ kind }, text) => text.notices[kind].title,
  bind: ({ kind, reference, typed = '' }, text) => ({
    style: styles[text.notices[kind].tone],
    title: text.notices[kind].title,
    paragraphs: asLines(text.notices[kind].paragraphs),
    references: asLines([reference && text.noticeReference(reference)]),
    unsaved: unsavedWords(
      plainText(typed),
      kind === 'error' ? text.noticePerhapsUnsaved : text.noticeUnsaved,
    ),
  }),
  samples: {
    ...Object.fromEntries(
      kinds.map((kind) => [kind, kind === 'error' ? { kind, reference: '7F3K-22QD' } : { kind }]),
    ),
    'gone, with words that were not saved': {
      kind: 'gone',
      typed: 'There is one laptop for the whole bay.',
    },
  },
});

function unsavedWords(words: string, label: string) {
  return words === '' ? [] : [{ label, words }];
}
