/** “When suits you?”: one button for each time, and what was chosen. */

import { z } from 'zod';
import { type PreferredTime, preferredTimes } from '../domain/timing/sending-policy';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface AskingTimeView {
  readonly programme: ProgrammeSubject;
  /** True where the programme keeps no quiet hours. */
  readonly anyTime: boolean;
  readonly suits?: PreferredTime;
  readonly stopAsking: boolean;
  readonly revision: string;
  /** Absent where nothing was chosen yet on this card. */
  readonly outcome?: 'chosen' | 'outOfDate' | 'notConfirmed';
}

/** What the button for “whenever” carries. */
export const whenever = 'whenever';

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  notices: box,
  title: line,
  paragraphs: lines,
  revision: line,
  choices: z.array(z.strictObject({ title: line, suits: line })).max(5),
  smallPrint: lines,
});

const sample: AskingTimeView = {
  programme: sampleProgramme,
  anyTime: false,
  stopAsking: false,
  revision: 'first',
};

export const askingTimeCard = defineCard<AskingTimeView, typeof schema>({
  name: 'asking-time',
  schema,
  summarise: ({ outcome }, { askingTime }) =>
    outcome === 'chosen' ? askingTime.chosenSummary : askingTime.summary,
  bind: (view, { askingTime }) => ({
    programmeId: view.programme.id,
    heading: plainText(view.programme.name),
    notices: asBox([
      view.outcome === 'outOfDate' || view.outcome === 'notConfirmed' ? askingTime[view.outcome] : undefined,
      view.stopAsking ? askingTime.stopped : undefined,
    ]),
    ...(view.outcome === 'chosen' ? chosen(view, askingTime) : asked(view, askingTime)),
    revision: view.revision,
    choices: [
      ...preferredTimes.map((suits) => ({ title: askingTime.button(suits), suits })),
      { title: askingTime.whenever, suits: whenever },
    ],
    smallPrint: asLines([askingTime.notBound]),
  }),
  samples: {
    'not chosen': sample,
    'chosen before': { ...sample, suits: 'evening', revision: '2026-11-23T10:00:00.000Z' },
    night: { ...sample, suits: 'night', outcome: 'chosen' },
    whenever: { ...sample, outcome: 'chosen' },
    'out of date, after stop': { ...sample, suits: 'morning', stopAsking: true, outcome: 'outOfDate' },
    'not confirmed': { ...sample, outcome: 'notConfirmed' },
    'without quiet hours': { ...sample, anyTime: true },
  },
});

type Words = Catalogue['askingTime'];

function asked({ suits, anyTime }: AskingTimeView, words: Words) {
  return {
    title: words.title,
    paragraphs: asLines([
      words.what,
      suits ? words.now(suits) : words.nowWhenever,
      usual(anyTime, words),
      ...words.inFull,
    ]),
  };
}

function chosen({ suits, anyTime }: AskingTimeView, words: Words) {
  return {
    title: suits ? words.chosenTitle(suits) : words.chosenWhenever,
    paragraphs: asLines([
      suits ? words.chosenMeans(suits) : usual(anyTime, words),
      suits ? words.mayMiss : undefined,
      words.everywhere,
    ]),
  };
}

const usual = (anyTime: boolean, words: Words) => (anyTime ? words.usualAnyTime : words.usual);
