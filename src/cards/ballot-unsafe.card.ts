/** "Unsafe, because …": why a design could harm a patient, on its way to the clinical safety officer at once. */

import { z } from 'zod';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import { type BallotCardView, ballotData, ballotDataOf, sampleBallotView } from './ballot-parts';
import { wordsForInput } from './issue-draft';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines } from './subject';
import { defineCard } from './template';

/** Whether somebody comes to harm; what is said here is a hazard in any case. */
export const unsafeHarms = ['could', 'now', 'happened'] as const;
export type UnsafeHarm = (typeof unsafeHarms)[number];

export interface BallotUnsafeView extends BallotCardView {
  /** Random, made with the card: the same card sent three times makes one issue. */
  readonly draftId: string;
  /** Masked. */
  readonly text: string;
  readonly harm: UnsafeHarm;
  /** Only for somebody of whom no site is known. */
  readonly sites?: readonly { readonly odsCode: string; readonly name: string }[];
  readonly notice?: keyof Catalogue['ballots']['unsafeNotices'];
  readonly masked?: readonly MaskedKind[];
}

const choices = z.array(z.strictObject({ title: line, value: line }));

const schema = z.strictObject({
  programmeId: line,
  ballot: ballotData,
  draftId: line,
  notices: box,
  heading: line,
  title: line,
  hints: lines,
  textLabel: line,
  text: z.string(),
  textMaxLength: z.number(),
  harmLabel: line,
  harm: z.enum(unsafeHarms),
  harms: choices,
  siteInputs: z.array(z.strictObject({ label: line, sites: choices })),
  send: line,
  back: line,
});

/** As many as there is room for. */
const mostSites = 80;

const sample: BallotUnsafeView = {
  ...sampleBallotView,
  revision: 2,
  draftId: '7c2f1e9a0b4d',
  text: '',
  harm: 'could',
};

export const ballotUnsafeCard = defineCard<BallotUnsafeView, typeof schema>({
  name: 'ballot-unsafe',
  schema,
  summarise: ({ programme }, text) => text.ballots.unsafeSummary(programme.name),
  bind: (view, { ballots, privacy }) => {
    const { programme, ballot, draftId, harm, sites = [], notice, masked = [] } = view;
    return {
      programmeId: programme.id,
      ballot: ballotDataOf(view),
      draftId,
      notices: asBox([
        notice && ballots.unsafeNotices[notice],
        masked.length > 0 ? privacy.masked(masked) : undefined,
      ]),
      heading: ballots.heading(plainText(programme.name), plainText(ballot.title)),
      title: ballots.unsafeTitle,
      hints: asLines([...ballots.unsafeHints, privacy.maskedBefore]),
      textLabel: ballots.unsafeLabel,
      ...wordsForInput(view.text),
      harmLabel: ballots.harmLabel,
      harm,
      harms: unsafeHarms.map((value) => ({ title: ballots.harm[value], value })),
      siteInputs:
        sites.length === 0
          ? []
          : [
              {
                label: ballots.siteLabel,
                sites: sites
                  .slice(0, mostSites)
                  .map(({ odsCode, name }) => ({ title: name, value: odsCode })),
              },
            ],
      send: ballots.sendUnsafe,
      back: ballots.backToBallot,
    };
  },
  samples: {
    empty: sample,
    'not confirmed': {
      ...sample,
      text: 'The wrong patient’s allergies stay on the screen when the bed is changed.',
      notice: 'notConfirmed',
      masked: ['phoneNumber'],
      sites: [
        { odsCode: 'RZZ01', name: 'Larkfield General' },
        { odsCode: 'RZZ02', name: 'Mill Lane Clinic' },
      ],
    },
  },
});
