/** The ballot of a design review: which option, then whether it works; one tap each. Never shows a vote already given. */

import { z } from 'zod';
import { type Proposal, type Review, worksAnswers } from '../domain/review/review';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import {
  type BallotCardView,
  ballotData,
  ballotDataOf,
  sampleBallotView,
  sampleNamedBallot,
  sampleOptions,
  sampleProposal,
  wayToList,
  wayToListOf,
} from './ballot-parts';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines } from './subject';
import { defineCard } from './template';

export interface BallotView extends BallotCardView {
  readonly step:
    | ({ readonly step: 'option' } & Pick<Review, 'question' | 'proposal' | 'options'>)
    | { readonly step: 'works'; readonly question: string };
  readonly notice?: 'changed' | 'changing' | 'chooseOne' | 'notConfirmed' | 'outOfDate' | 'unsafeSent';
  /** With `unsafeSent`: what was taken out of the words. */
  readonly masked?: readonly MaskedKind[];
}

const schema = z.strictObject({
  programmeId: line,
  ballot: ballotData,
  heading: line,
  notices: box,
  named: box,
  progress: line,
  question: line,
  artefacts: lines,
  images: z.array(z.strictObject({ url: line, altText: line })),
  rows: z.array(z.strictObject({ what: line, before: line, after: line })),
  links: z.array(z.strictObject({ title: line, url: line })),
  options: z.array(z.strictObject({ title: line, consequence: line, author: line })),
  optionSets: z.array(z.strictObject({ votes: z.array(z.strictObject({ title: line, option: line })) })),
  worksSets: z.array(
    z.strictObject({ answers: z.array(z.strictObject({ title: line, works: line })), unsafe: line }),
  ),
  back: wayToList,
  smallPrint: lines,
});

type Bindings = z.input<typeof schema>;
type Parts = Pick<
  Bindings,
  'question' | 'artefacts' | 'images' | 'rows' | 'links' | 'options' | 'optionSets' | 'worksSets'
>;

const longest = { title: 120, consequence: 500, cell: 160, button: 60 };

function partsOf(step: BallotView['step'], { ballots }: Catalogue): Parts {
  const none = { artefacts: [], images: [], rows: [], links: [], options: [], optionSets: [], worksSets: [] };
  if (step.step === 'works') {
    const answers = [...worksAnswers, 'notMyArea' as const].map((answer) => ({
      title: ballots.works[answer],
      works: answer,
    }));
    return { ...none, question: plainText(step.question), worksSets: [{ answers, unsafe: ballots.unsafe }] };
  }
  const { question, proposal, options } = step;
  return {
    ...none,
    question: plainText(question),
    ...proposalOf(proposal, ballots),
    options: options.map(({ title, consequence, author, authorName }, index) => ({
      title: ballots.option(ballots.letter(index), plainText(shortened(title, longest.title))),
      consequence: ballots.consequence(plainText(shortened(consequence, longest.consequence))),
      author: ballots.author(author, plainText(shortened(authorName, longest.button))),
    })),
    optionSets: [
      {
        votes: options.map(({ id, title }, index) => ({
          title: ballots.option(ballots.letter(index), shortened(title, longest.button)),
          option: id,
        })),
      },
    ],
  };
}

function proposalOf(
  { artefact, version, link, images, beforeAfter }: Proposal,
  ballots: Catalogue['ballots'],
): Pick<Parts, 'artefacts' | 'images' | 'rows' | 'links'> {
  const cell = (words: string) => plainText(shortened(words, longest.cell));
  return {
    artefacts: asLines([
      plainText(ballots.version(shortened(artefact, longest.cell), shortened(version, longest.cell))),
    ]),
    images: images
      .filter(({ url }) => isAddress(url))
      .map(({ url, alternativeText }) => ({ url, altText: alternativeText })),
    rows: beforeAfter.map(({ what, before, after }) => ({
      what: cell(what) || '–',
      before: ballots.before(cell(before)),
      after: ballots.after(cell(after)),
    })),
    links: link && isAddress(link) ? [{ title: ballots.openLink, url: new URL(link).href }] : [],
  };
}

/** Nothing else can be opened from a card. */
function isAddress(url: string): boolean {
  return url.startsWith('https://') && URL.canParse(url);
}

function shortened(words: string, most: number): string {
  const letters = [...words.trim()];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most).join('').trim()}…`;
}

const option = {
  step: 'option' as const,
  question: 'Where should the allergy check come?',
  proposal: sampleProposal,
  options: sampleOptions,
};
const sample: BallotView = { ...sampleBallotView, step: option };
const works: BallotView = {
  ...sample,
  revision: 1,
  step: { step: 'works', question: 'Does what you chose work where you work?' },
};

export const ballotCard = defineCard<BallotView, typeof schema>({
  name: 'ballot',
  schema,
  isSharedByMany: () => true,
  summarise: ({ programme }, text) => text.ballots.summary(programme.name),
  bind: (view, text) => {
    const { programme, ballot, step, notice, masked = [] } = view;
    const { ballots, privacy, pulse } = text;
    const isNamed = ballot.waveId === undefined;
    return {
      programmeId: programme.id,
      ballot: ballotDataOf(view),
      heading: ballots.heading(plainText(programme.name), plainText(ballot.title)),
      notices: asBox([
        notice && ballots.notices[notice],
        masked.length > 0 ? privacy.masked(masked) : undefined,
      ]),
      named: asBox(isNamed ? ballots.named : []),
      progress: ballots.progress(step.step === 'option' ? 1 : 2),
      ...partsOf(step, text),
      back: wayToListOf(view, text),
      smallPrint: asLines([
        isNamed ? undefined : ballots.onlyGroups(ballot.minimumGroupSize),
        pulse.openUntil(ballot.closesAt),
        isNamed ? undefined : pulse.askPrivacy,
      ]),
    };
  },
  samples: {
    option: sample,
    works,
    'works, changed, from a list': { ...works, revision: 3, notice: 'changed', isFromList: true },
    'option, with names, and a table': {
      ...sample,
      ballot: sampleNamedBallot,
      isFromList: true,
      notice: 'outOfDate',
      step: {
        ...option,
        proposal: {
          artefact: 'Handover sheet',
          version: '2',
          images: [],
          beforeAfter: [
            { what: 'Who writes it', before: 'The nurse who leaves', after: 'The record, for checking' },
            { what: 'Where it is', before: 'On paper, in a pocket', after: 'On the ward’s screen' },
          ],
        },
      },
    },
    'option, as long as it may be': {
      ...sample,
      step: {
        ...option,
        proposal: {
          ...sampleProposal,
          link: `https://designs.example.nhs.uk/${'x'.repeat(300)}`,
          images: [1, 2, 3].map((number) => ({
            url: `https://designs.example.nhs.uk/${number}${'x'.repeat(200)}.png`,
            alternativeText: 'The screen, with the allergy box above the list of medicines. '.repeat(4),
          })),
        },
        options: Array.from({ length: 5 }, (_, index) => ({
          id: `option-${index}`,
          title: 'A title that is rather long and goes on for more than a line of a phone '.repeat(3),
          consequence: 'It takes “twice as long” as on paper, for every patient on the ward. '.repeat(20),
          author: 'digitalTeam' as const,
          authorName: 'Somebody with a rather long name, of the digital team of the trust',
          affects: ['nurses'],
        })),
      },
    },
  },
});
