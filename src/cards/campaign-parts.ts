/** One campaign on a card: its bar as columns of colour, the same in words, its figures, reasons and buttons. */

import { z } from 'zod';
import type { Campaign, CampaignTotals, DeliveryStatus } from '../domain/campaign/campaign';
import type { CampaignReport } from '../domain/campaign/campaign-report';
import { isStoppable } from '../domain/campaign/is-stoppable';
import type { Instant } from '../domain/instant';
import type { Wave } from '../domain/pulse/wave';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asLines, line, lines } from './subject';

export interface ShownCampaign extends Pick<Campaign, 'campaignId' | 'purpose' | 'status' | 'reminderPass'> {
  /** Of the wave or the review it is about. */
  readonly title: string;
  /** The wave it is about, where its wording can be corrected or it can be closed. */
  readonly wave?: Pick<Wave, 'waveId' | 'status' | 'closesAt'>;
  readonly remindersToCome: number;
  /** Absent while it is still being counted. */
  readonly report?: CampaignReport;
  readonly endsAt?: Instant;
}

const barStyles = ['good', 'attention', 'emphasis'] as const;

export const campaignShape = z.strictObject({
  title: line,
  states: lines,
  bars: z.array(
    z.strictObject({ parts: z.array(z.strictObject({ width: z.number(), style: z.enum(barStyles) })) }),
  ),
  progress: lines,
  figures: z.array(z.strictObject({ facts: z.array(z.strictObject({ title: line, value: line })) })),
  details: lines,
  reasons: lines,
  actions: z.array(
    z.strictObject({
      stops: z.array(z.strictObject({ title: line, campaignId: line })),
      corrects: z.array(z.strictObject({ title: line, waveId: line })),
      closes: z.array(z.strictObject({ title: line, meaning: lines, confirm: line, waveId: line })),
    }),
  ),
});

/** Teams shows the reasons that matter; the command line has every one. */
const mostReasons = 8;
/** In which a card reads them: what is good first. */
const figureOrder: readonly DeliveryStatus[] = ['delivered', 'pending', 'unreachable', 'failed', 'cancelled'];

export function campaignParts(
  campaign: ShownCampaign,
  { now, mayManage }: { readonly now: Instant; readonly mayManage: boolean },
  text: Catalogue,
): z.input<typeof campaignShape> {
  const { campaigns } = text;
  const { report, purpose, title, status, reminderPass, remindersToCome, endsAt, wave } = campaign;
  const isStopped = status === 'cancelled' && wave?.status === 'open';
  return {
    title: campaigns.heading(purpose, plainText(title)),
    states: asLines([
      campaigns.states[status],
      reminderPass && status !== 'sending' ? campaigns.reminding(reminderPass) : undefined,
      remindersToCome > 0 && status !== 'cancelled' ? campaigns.remindersToCome(remindersToCome) : undefined,
    ]),
    bars: report && report.totals.invited > 0 ? [{ parts: barParts(report.totals) }] : [],
    progress: asLines([report ? campaigns.progress(report.totals) : campaigns.counting]),
    figures: report ? [{ facts: factsOf(report, text) }] : [],
    details: asLines([
      report?.waitsUntil && campaigns.waiting(report.waiting, report.waitsUntil, now),
      endsAt && campaigns.ends(endsAt, now),
      report && report.totals.possibleDuplicates > 0
        ? campaigns.twice(report.totals.possibleDuplicates)
        : undefined,
      status === 'cancelled' && mayManage ? campaigns.byName : undefined,
      isStopped ? campaigns.stillOpen(wave.closesAt) : undefined,
    ]),
    reasons: asLines(
      (report?.reasons ?? [])
        .slice(0, mostReasons)
        .map(({ status: became, reason, people }) => plainText(campaigns.because(became, reason, people))),
    ),
    actions: mayManage ? actionsOf(campaign, text) : [],
  };
}

/** Whole widths that a column takes in proportion; a part with anybody in it can be seen. */
export function barParts({ invited, delivered, unreachable, failed }: CampaignTotals) {
  const missed = unreachable + failed;
  const widthOf = (people: number) => (people === 0 ? 0 : Math.max(1, Math.round((people * 100) / invited)));
  const parts = [
    { width: widthOf(delivered), style: 'good' as const },
    { width: widthOf(missed), style: 'attention' as const },
    { width: widthOf(invited - delivered - missed), style: 'emphasis' as const },
  ];
  return parts.filter(({ width }) => width > 0);
}

function factsOf({ totals }: CampaignReport, { campaigns }: Catalogue) {
  const isShown = (status: DeliveryStatus) => totals[status] > 0 || status === 'delivered';
  return [
    ...figureOrder
      .filter(isShown)
      .map((status) => ({ title: campaigns.counts[status], value: campaigns.count(totals[status]) })),
    { title: campaigns.asked, value: campaigns.count(totals.invited) },
  ];
}

function actionsOf(campaign: ShownCampaign, { campaigns, waves }: Catalogue) {
  const { campaignId, status, wave, purpose } = campaign;
  const isOpen = wave?.status === 'open';
  const stopTitle = status === 'done' ? campaigns.stopReminders : campaigns.stop;
  const stops = isStoppable(campaign) ? [{ title: stopTitle, campaignId }] : [];
  const corrects =
    isOpen && purpose === 'pulse-invitation' ? [{ title: campaigns.correct, waveId: wave.waveId }] : [];
  const { close: title, confirm } = waves;
  const closes =
    isOpen && status === 'cancelled'
      ? [{ title, meaning: asLines(waves.whatClosingMeans), confirm, waveId: wave.waveId }]
      : [];
  const parts = { stops, corrects, closes };
  return Object.values(parts).some(({ length }) => length > 0) ? [parts] : [];
}
