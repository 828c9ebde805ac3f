/** What does not belong in a programme: where it goes instead, with the words to take along. Nothing is stored. */

import { z } from 'zod';
import type { Programme } from '../domain/programme/programme';
import { safetyRoutesOf } from '../domain/programme/safety-routes';
import type { Catalogue } from '../text/catalogue';
import { type DraftView, draftData, draftDataOf, keptWords, keptWordsOf, sampleDraft } from './issue-draft';
import { plainText } from './plain-text';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export type ExitKind = keyof Catalogue['raising']['exits'];

export interface IssueExitView {
  readonly programme: ProgrammeSubject & Partial<Pick<Programme, 'safety' | 'speakUp' | 'links'>>;
  readonly kind: ExitKind;
  readonly draft: DraftView;
}

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  style: z.enum(['default', 'attention', 'emphasis']),
  title: line,
  paragraphs: lines,
  links: z.array(z.strictObject({ title: line, url: line })),
  kept: keptWords,
  back: line,
  draft: draftData,
});

const styles = { now: 'attention', happened: 'emphasis', speakUp: 'emphasis' } as const;

function wordsFor({ programme, kind }: IssueExitView, { raising }: Catalogue) {
  const { safety, speakUp, links = {} } = programme;
  const { callNow, incidentSystem } = safetyRoutesOf({ safety, links });
  switch (kind) {
    case 'now':
      return [raising.nobodyWatches(callNow && plainText(callNow)), raising.nothingKept];
    case 'happened':
      return [
        raising.reportIt,
        incidentSystem ? raising.reportAt(plainText(incidentSystem)) : raising.reportUnknown,
        raising.nothingKept,
      ];
    case 'speakUp':
      return [
        speakUp
          ? raising.speakUpTo(plainText(speakUp.name), plainText(speakUp.contact))
          : raising.speakUpUnknown,
        raising.speakUpOutside,
        raising.nothingKept,
      ];
  }
}

/** Only an address can be opened; anything else is told in words. */
function linksFor({ programme, kind }: IssueExitView, { raising }: Catalogue) {
  const { safety, speakUp, links = {} } = programme;
  const { incidentSystem } = safetyRoutesOf({ safety, links });
  const place = { now: undefined, happened: incidentSystem, speakUp: speakUp?.contact }[kind];
  const title = kind === 'happened' ? raising.openIncidentSystem : raising.openSpeakUp;
  return place?.startsWith('https://') && URL.canParse(place) ? [{ title, url: new URL(place).href }] : [];
}

const sample: IssueExitView = {
  programme: {
    ...sampleProgramme,
    safety: {
      callNow: 'the nurse in charge, or extension 2222',
      incidentSystem: 'https://incidents.example.nhs.uk/new',
      acknowledgeWithinMinutes: 60,
    },
    speakUp: { name: 'Priya Patel, Freedom to Speak Up Guardian', contact: '01632 960 123' },
  },
  kind: 'now',
  draft: sampleDraft,
};

export const issueExitCard = defineCard<IssueExitView, typeof schema>({
  name: 'issue-exit',
  schema,
  summarise: ({ kind }, text) => text.raising.exits[kind].summary,
  bind: (view, catalogue) => {
    const { programme, kind, draft } = view;
    const { raising } = catalogue;
    const label = kind === 'happened' ? raising.copyWords : raising.keepWords;
    return {
      programmeId: programme.id,
      heading: plainText(programme.name),
      style: styles[kind],
      title: raising.exits[kind].title,
      paragraphs: asLines(wordsFor(view, catalogue)),
      links: linksFor(view, catalogue),
      kept: keptWordsOf(draft.text, catalogue).map((kept) => ({ ...kept, label })),
      back: raising.backToIssue,
      draft: { ...draftDataOf(draft), harm: 'none' },
    };
  },
  samples: {
    'happening now': sample,
    'has happened': { ...sample, kind: 'happened' },
    'has happened, and nobody knows where that goes': {
      ...sample,
      programme: sampleProgramme,
      kind: 'happened',
    },
    'cannot say it': { ...sample, kind: 'speakUp' },
    'cannot say it, and nobody is named': { ...sample, programme: sampleProgramme, kind: 'speakUp' },
    'now, with nothing declared and nothing typed': {
      ...sample,
      programme: sampleProgramme,
      draft: { ...sampleDraft, text: '' },
    },
  },
});
