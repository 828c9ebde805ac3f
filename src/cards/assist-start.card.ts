/** On a champion's device, before and after a colleague's turn: one input, for their one-time code. */

import { z } from 'zod';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface AssistStartView {
  readonly programme: ProgrammeSubject;
  readonly notice?: keyof Catalogue['assist']['startNotices'];
  /** With `notConfirmed`: the code, so that it need not be typed again. */
  readonly typedCode?: string;
  /** With `over`: the colleague's words that came too late. */
  readonly unsaved?: string;
}

const schema = z.strictObject({
  programmeId: line,
  notices: box,
  unsaved: z.array(z.strictObject({ label: line, words: line })),
  heading: line,
  title: line,
  paragraphs: lines,
  codeLabel: line,
  codePlaceholder: line,
  codeTyped: z.string(),
  codeRequired: line,
  begin: line,
  smallPrint: lines,
});

const sample: AssistStartView = { programme: sampleProgramme };

export const assistStartCard = defineCard<AssistStartView, typeof schema>({
  name: 'assist-start',
  schema,
  summarise: (_view, { assist }) => assist.startSummary,
  bind: ({ programme, notice, typedCode = '', unsaved = '' }, { assist }) => {
    const words = plainText(unsaved);
    return {
      programmeId: programme.id,
      notices: asBox([notice && assist.startNotices[notice]]),
      unsaved: words === '' ? [] : [{ label: assist.unsaved, words }],
      heading: plainText(programme.name),
      title: assist.startTitle,
      paragraphs: asLines([assist.startFor, assist.startYours]),
      codeLabel: assist.codeLabel,
      codePlaceholder: assist.codePlaceholder,
      codeTyped: typedCode,
      codeRequired: assist.codeRequired,
      begin: assist.begin,
      smallPrint: asLines([assist.codeOnce]),
    };
  },
  samples: {
    start: sample,
    'a code that cannot be used': { ...sample, notice: 'refused' },
    'not confirmed': { ...sample, notice: 'notConfirmed', typedCode: '2345-6789' },
    finished: { ...sample, notice: 'finished' },
    'over, with words that were not saved': {
      ...sample,
      notice: 'over',
      unsaved: 'There is one laptop for the whole bay.',
    },
  },
});
