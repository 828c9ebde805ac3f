/** A hazard as the clinical safety officer sees it: the words, who has it, and how it is closed. */

import { z } from 'zod';
import { hasStandIns, safetyRoles } from '../domain/issue/alert-hazard';
import { hazardNumberOf } from '../domain/issue/hazard';
import type { Hazard, Issue } from '../domain/issue/issue';
import type { ShownPlace } from '../domain/issue/shown-place';
import type { ThreadEntry } from '../domain/issue/thread';
import type { Role } from '../domain/programme/programme';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import {
  sampleAcknowledgedHazard,
  sampleClosedHazard,
  sampleHazard,
  sampleLongHazard,
} from './sample-hazard';
import { asBox, asLines, box, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export type HazardNotice = keyof Catalogue['hazards']['notices'];

export interface HazardView {
  readonly programme: ProgrammeSubject;
  readonly issue: Issue;
  readonly place: ShownPlace;
  /** The design review on whose ballot it was said to be unsafe. */
  readonly review?: string;
  /** What the raiser was asked and answered, oldest first. */
  readonly thread: readonly ThreadEntry[];
  /** Of the reader. */
  readonly roles: readonly Role[];
  readonly notice?: HazardNotice;
  /** What came with a tap that was refused, by the form it was typed into. */
  readonly typed?: { readonly form: 'mitigated' | 'notAHazard' | 'ask'; readonly words: string };
}

const maxLength = 1_000;
const entriesShown = 4;
const form = {
  title: line,
  label: line,
  required: line,
  typed: z.string(),
  maxLength: z.number(),
  confirm: line,
};
const said = z.array(z.strictObject({ who: line, words: line }));

const schema = z.strictObject({
  programmeId: line,
  issueId: line,
  hazardNumber: z.number(),
  heading: line,
  notices: box,
  title: line,
  standing: lines,
  facts: z.array(z.strictObject({ title: line, value: line })),
  wordsTitle: line,
  words: line,
  said,
  smallPrint: lines,
  acknowledge: z.array(z.strictObject({ title: line })),
  reopen: z.array(z.strictObject({ title: line })),
  /** None for a reader who may do nothing more: an empty row of buttons would be left. */
  forms: z.array(
    z.strictObject({
      mitigate: z.array(z.strictObject(form)),
      notAHazard: z.array(z.strictObject(form)),
      ask: z.array(z.strictObject(form)),
    }),
  ),
});

const isOfficer = ({ roles }: HazardView) => roles.some((role) => safetyRoles.includes(role));

function titleOf(hazard: Hazard | undefined, { hazards }: Catalogue): string {
  if (hazard?.status && hazard.status !== 'open') return hazards.titles[hazard.status];
  return hazard?.acknowledged ? hazards.titles.acknowledged : hazards.titles.unacknowledged;
}

const isStandIn = (view: HazardView) =>
  !isOfficer(view) && view.issue.hazard !== undefined && hasStandIns(view.issue.hazard);

function standingOf(view: HazardView, { hazards, roles }: Catalogue) {
  const { hazard } = view.issue;
  const { acknowledged, closed } = hazard ?? {};
  return [
    hazard?.status === 'open' && isStandIn(view) ? hazards.standIn : undefined,
    acknowledged &&
      hazards.acknowledgedBy(plainText(acknowledged.byName), roles[acknowledged.role], acknowledged.at),
    closed && hazards.closedBy(plainText(closed.byName), roles[closed.role], closed.at),
    closed && plainText(closed.words),
  ];
}

function factsOf({ issue, place, review }: HazardView, { hazards, bank, triage }: Catalogue) {
  return [
    ...(review === undefined ? [] : [{ title: hazards.reviewLabel, value: plainText(review) }]),
    { title: hazards.categoryLabel, value: bank.themes[issue.category] },
    { title: place.isSiteGroup ? hazards.siteGroupLabel : hazards.siteLabel, value: plainText(place.name) },
    { title: hazards.effectLabel, value: triage.effects[issue.effect] },
    { title: hazards.raisedLabel, value: triage.raisedOn(issue.raisedOn) },
    { title: hazards.raiserLabel, value: plainText(issue.raiserName ?? '') || hazards.nameHidden },
  ];
}

/** Earlier closings, then what the raiser was asked and said. */
function saidOf({ issue: { hazard }, thread }: HazardView, { hazards, triage }: Catalogue) {
  return [
    ...(hazard?.earlier ?? []).map(({ status, closed }) => ({
      who: hazards.closedBefore(status, plainText(closed.byName), closed.at),
      words: plainText(closed.words) || triage.unprintable,
    })),
    ...thread.slice(-entriesShown).map(({ byName, on, text }) => ({
      who: triage.saidBy(byName && plainText(byName), on),
      words: plainText(text) || triage.unprintable,
    })),
  ];
}

function smallPrintOf(view: HazardView, { hazards, triage }: Catalogue) {
  const { issue, place } = view;
  const isOpen = issue.hazard?.status === 'open';
  return [
    place.isSiteGroup ? hazards.smallSite : undefined,
    isOpen && issue.raiserName === undefined ? triage.doNotGuess : undefined,
    isOpen && !issue.hazard?.acknowledged ? hazards.nobodyElse : undefined,
    isOpen ? hazards.gatesWait : undefined,
    isOpen && !isOfficer(view) && !isStandIn(view) ? hazards.readOnly : undefined,
  ];
}

function mayAcknowledge(view: HazardView): boolean {
  const { hazard } = view.issue;
  if (hazard?.status !== 'open' || hazard.acknowledged) return false;
  return isOfficer(view) || view.roles.some((role) => hazard.alerts?.roles.includes(role));
}

function mayReopen(view: HazardView): boolean {
  return view.issue.hazard?.status !== 'open' && view.issue.status !== 'merged' && isOfficer(view);
}

function formsOf(view: HazardView, { hazards }: Catalogue): z.input<typeof schema>['forms'] {
  if (view.issue.hazard?.status !== 'open' || !isOfficer(view)) return [];
  const { typed } = view;
  const typedInto = (name: NonNullable<HazardView['typed']>['form']) => ({
    typed: typed?.form === name ? typed.words : '',
    maxLength,
  });
  return [
    {
      mitigate: [
        {
          ...typedInto('mitigated'),
          title: hazards.mitigate,
          label: hazards.mitigatedLabel,
          required: hazards.wordsRequired,
          confirm: hazards.mitigatedConfirm,
        },
      ],
      notAHazard: [
        {
          ...typedInto('notAHazard'),
          title: hazards.notAHazard,
          label: hazards.notAHazardLabel,
          required: hazards.wordsRequired,
          confirm: hazards.notAHazardConfirm,
        },
      ],
      ask: [
        {
          ...typedInto('ask'),
          title: hazards.ask,
          label: hazards.askLabel,
          required: hazards.askRequired,
          confirm: hazards.askConfirm,
        },
      ],
    },
  ];
}

const sample: HazardView = {
  programme: sampleProgramme,
  issue: sampleHazard,
  place: { name: 'Ward 7, Larkfield General', isSiteGroup: false },
  thread: [],
  roles: ['clinicalSafetyOfficer'],
};

export const hazardCard = defineCard<HazardView, typeof schema>({
  name: 'hazard',
  schema,
  summarise: ({ programme, issue }, { hazards }) =>
    issue.hazard?.status === 'open' && !issue.hazard.acknowledged
      ? hazards.summary(programme.name)
      : hazards.settledSummary(programme.name),
  bind: (view, text) => {
    const { programme, issue, notice } = view;
    return {
      programmeId: programme.id,
      issueId: issue.issueId,
      hazardNumber: hazardNumberOf(issue),
      heading: plainText(programme.name),
      notices: asBox([notice && text.hazards.notices[notice]]),
      title: titleOf(issue.hazard, text),
      standing: asLines(standingOf(view, text)),
      facts: factsOf(view, text),
      wordsTitle: text.hazards.wordsTitle,
      words: plainText(issue.text) || text.triage.unprintable,
      said: saidOf(view, text),
      smallPrint: asLines(smallPrintOf(view, text)),
      acknowledge: mayAcknowledge(view) ? [{ title: text.hazards.acknowledge }] : [],
      reopen: mayReopen(view) ? [{ title: text.hazards.reopen }] : [],
      forms: formsOf(view, text),
    };
  },
  samples: {
    'not acknowledged': sample,
    'acknowledged by another officer': {
      ...sample,
      issue: sampleAcknowledgedHazard,
      notice: 'alreadyAcknowledged',
      place: { name: 'Community clinics, north', isSiteGroup: true },
    },
    'refused, with what was typed': {
      ...sample,
      issue: sampleLongHazard,
      thread: sampleLongHazard.threads.flatMap(({ entries }) => entries),
      notice: 'notConfirmed',
      typed: { form: 'mitigated', words: 'Both lists are read back at handover until the fix.' },
    },
    'said on a ballot': { ...sample, review: 'How a second person checks a drug' },
    'closed, and what was said': { ...sample, issue: sampleClosedHazard },
    'for the lead, nobody in the role': {
      ...sample,
      roles: ['lead'],
      issue: {
        ...sampleHazard,
        hazard: { status: 'open', alerts: { number: 1, roles: ['lead', 'sro'], repeats: 0 } },
      },
    },
  },
});
