/** Raising an issue: one card, with the safety question first and the name hidden unless its owner says otherwise. */

import { z } from 'zod';
import { issueCategories, issueEffects } from '../domain/issue/issue';
import { harmAnswers } from '../domain/issue/raise-issue';
import type { Programme } from '../domain/programme/programme';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import {
  type DraftFrom,
  type DraftView,
  draftDataOf,
  sampleDraft,
  sampleEmptyDraft,
  wordsForInput,
} from './issue-draft';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface IssueRaiseView {
  readonly programme: ProgrammeSubject & Partial<Pick<Programme, 'hospitalNumber'>>;
  readonly draft: DraftView;
  readonly from: DraftFrom;
  /** All sites of the programme, in the order in which they are offered. */
  readonly sites: readonly { readonly odsCode: string; readonly name: string }[];
  readonly notice?: keyof Catalogue['raising']['notices'];
  /** What was taken out of the words. */
  readonly masked?: readonly MaskedKind[];
  /** The words were cut. */
  readonly isShortened?: boolean;
}

const choices = z.array(z.strictObject({ title: line, value: line }));

const schema = z.strictObject({
  programmeId: line,
  draftId: line,
  notices: box,
  heading: line,
  title: line,
  intro: lines,
  textLabel: line,
  text: z.string(),
  textMaxLength: z.number(),
  harmLabel: line,
  harm: line,
  harms: choices,
  categoryLabel: line,
  category: z.string(),
  categories: choices,
  chooseCategory: line,
  siteLabel: line,
  site: z.string(),
  sites: choices,
  chooseSite: line,
  effectLabel: line,
  effect: z.string(),
  effects: choices,
  nameLabel: line,
  name: line,
  names: choices,
  smallPrint: lines,
  send: line,
  cannotSay: line,
});

/** What the words and the sites may take together, as bytes sent: the rest of the card takes 5 KB, and Teams counts two bytes
 * for each letter. */
const bytesForBoth = 15_000;

/** The site that is chosen, and as many as there is room for. */
function sitesThatFit({ sites, draft }: IssueRaiseView): IssueRaiseView['sites'] {
  let left = bytesForBoth - Buffer.byteLength(JSON.stringify(wordsForInput(draft.text)));
  return sites.filter(({ odsCode, name }) => {
    left -= Buffer.byteLength(JSON.stringify({ title: name, value: odsCode })) + 1;
    return left > 0 || odsCode === draft.site;
  });
}

export const issueRaiseCard = defineCard<IssueRaiseView, typeof schema>({
  name: 'issue-raise',
  schema,
  summarise: (_view, text) => text.raising.summary,
  bind: (view, { raising, privacy }) => {
    const { programme, draft, from, notice, masked = [], isShortened } = view;
    const sites = sitesThatFit(view);
    return {
      programmeId: programme.id,
      notices: asBox([
        notice && raising.notices[notice],
        from === 'message' ? raising.fromMessage : undefined,
        isShortened ? raising.shortened : undefined,
        masked.length > 0 ? privacy.masked(masked) : undefined,
      ]),
      heading: plainText(programme.name),
      title: raising.title,
      intro: asLines([raising.mayGuess, raising.leaveOut]),
      textLabel: raising.textLabel,
      ...wordsForInput(draft.text),
      harmLabel: raising.harmLabel,
      harms: harmAnswers.map((value) => ({ title: raising.harm[value], value })),
      categoryLabel: raising.categoryLabel,
      categories: issueCategories.map((value) => ({ title: raising.categories[value], value })),
      chooseCategory: raising.chooseCategory,
      siteLabel: raising.siteLabel,
      sites: sites.map(({ odsCode, name }) => ({ title: name, value: odsCode })),
      chooseSite: raising.chooseSite,
      effectLabel: raising.effectLabel,
      effects: issueEffects.map((value) => ({ title: raising.effects[value], value })),
      nameLabel: raising.nameLabel,
      names: [
        { title: raising.nameHidden, value: 'hidden' },
        { title: raising.nameShown, value: 'shown' },
      ],
      smallPrint: asLines([
        sites.length < view.sites.length ? raising.sitesLeftOut : undefined,
        raising.masked(programme.hospitalNumber !== undefined),
        raising.chatStays,
      ]),
      send: raising.send,
      cannotSay: raising.cannotSay,
      ...draftDataOf(draft),
    };
  },
  samples: {
    empty: { programme: sampleProgramme, draft: sampleEmptyDraft, from: 'card', sites: sampleSites(3) },
    'from a message': {
      programme: sampleProgramme,
      draft: { ...sampleEmptyDraft, text: 'The label printer prints the label of the patient before.' },
      from: 'message',
      sites: sampleSites(3),
      masked: ['phoneNumber'],
      isShortened: true,
    },
    'something is missing': {
      programme: sampleProgramme,
      draft: { ...sampleDraft, category: undefined },
      from: 'card',
      sites: sampleSites(3),
      notice: 'category',
      masked: ['nhsNumber'],
    },
    'not confirmed, as long as it may be': {
      programme: sampleProgramme,
      draft: { ...sampleDraft, text: 'It takes “twice as long” as on paper. '.repeat(66).slice(0, 2_500) },
      from: 'card',
      sites: sampleSites(400),
      notice: 'notConfirmed',
    },
  },
});

function sampleSites(count: number): IssueRaiseView['sites'] {
  const names = ['Larkfield General', 'Mill Lane Clinic', 'St Bride’s Hospital'];
  return Array.from({ length: count }, (_, index) => ({
    odsCode: `RZZ${String(index + 1).padStart(2, '0')}`,
    name: names[index] ?? `Community clinic ${index}, a place with a rather long name`,
  }));
}
