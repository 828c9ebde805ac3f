/** What a pulse would do, line by line, before it is confirmed. Of few people no number says who gets no message. */

import { daysBetweenPulses } from '../domain/campaign/pulse-budget';
import { epochMsOf, type Instant, instantOf } from '../domain/instant';
import type { NotWrittenTo, PulsePreview } from '../domain/pulse/pulse-preview';
import type { PulseDefinition } from '../domain/pulse/question';
import { intervalDaysOf } from '../domain/schedule/occurrences';
import type { PlannedRun } from '../domain/schedule/schedule';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';

type Lines = readonly (string | undefined)[];

const mostGroups = 12;
const mostTooSmall = 6;

export function questionLines({ questions }: PulseDefinition, { pulseSetup }: Catalogue): Lines {
  return questions.map(({ text, kind }, index) =>
    pulseSetup.questionLine(index + 1, pulseSetup.asked(plainText(text), kind)),
  );
}

export function audienceLines(preview: PulsePreview, text: Catalogue): Lines {
  const { invited, siteGroups, staffFamilies, leftOut, notAsked, drawn, chosenBecause } = preview;
  const { audience, pulseSetup } = text;
  const named = (groups: PulsePreview['siteGroups']) =>
    groups.length < 2 || groups.length > mostGroups
      ? undefined
      : pulseSetup.groups(groups.map(({ name, people }) => pulseSetup.group(plainText(name), people)));
  return [
    pulseSetup.invited(invited),
    chosenBecause === undefined ? undefined : audience.chosenByLead(plainText(chosenBecause)),
    named(siteGroups),
    named(staffFamilies),
    drawn ? audience.drawn(drawn.share, plainText(drawn.seed)) : undefined,
    ...leftOut.map(({ groups, why, people }) => audience.leftOut(plainText(groups), people, plainText(why))),
    ...notAsked.map(({ because, people }) => audience.notAsked(because, people)),
    ...(invited === 0 ? [] : reachLines(preview, text)),
    preview.duplicates > 0 ? audience.duplicates(preview.duplicates) : undefined,
    preview.notImported.length > 0 ? audience.notImported(preview.notImported.length) : undefined,
  ];
}

function reachLines(preview: PulsePreview, { audience, pulseSetup }: Catalogue): Lines {
  const { invited, writtenTo, notWrittenTo = {}, withoutTeams = 0, newToTeams } = preview;
  const silent = invited - writtenTo - withoutTeams;
  // Rounding up must not name more people than there are.
  const counts = (Object.entries(notWrittenTo) as [keyof NotWrittenTo, number][])
    .filter(([, count]) => count > 0)
    .map(([why, count]) => [why, Math.min(count, silent)] as const);
  return [
    ...(silent > 0 ? [pulseSetup.notWritten(silent), audience.silent(counts)] : [pulseSetup.notWrittenFew]),
    withoutTeams > 0 ? audience.withoutTeams(withoutTeams) : undefined,
    newToTeams > 0 ? audience.newToTeams(newToTeams) : undefined,
  ];
}

export function heardLines(
  { heard, tooSmall, minimumGroupSize, invited }: PulsePreview,
  { pulseSetup }: Catalogue,
): Lines {
  if (invited === 0) return [];
  return [
    pulseSetup.heard(heard.length, minimumGroupSize),
    ...tooSmall
      .slice(0, mostTooSmall)
      .map(({ name, people, heardWith }) =>
        heardWith === undefined
          ? pulseSetup.tooSmall(plainText(name), people)
          : pulseSetup.heardWith(plainText(name), people, plainText(heardWith)),
      ),
    tooSmall.length > mostTooSmall ? pulseSetup.moreGroups(tooSmall.length - mostTooSmall) : undefined,
  ];
}

/** Groups of gates that would not hear of it. */
export function gateWarnings({ unheard }: PulsePreview, { pulseSetup }: Catalogue): Lines {
  return unheard
    .slice(0, mostTooSmall)
    .map(({ gate, decidesOn, group, because, people }) =>
      pulseSetup.unheard(
        { gate: plainText(gate), decidesOn, group: plainText(group ?? ''), people },
        because,
      ),
    );
}

export function gateLines(
  { pulseId, gates, unheard, chosenBecause }: PulsePreview,
  { audience, pulseSetup }: Catalogue,
): Lines {
  if (chosenBecause !== undefined) return [audience.feedsNothing];
  if (gates.length === 0) return [pulseSetup.feedsNoGate(pulseId)];
  return unheard.length > 0 ? [] : [pulseSetup.gatesHeard(gates.map(({ name }) => plainText(name)))];
}

/** Of a pulse that may be named by gates already. */
export function gatesOfFile(preview: PulsePreview, text: Catalogue): Lines {
  const isNamed = preview.gates.length > 0 || preview.chosenBecause !== undefined;
  return isNamed ? gateLines(preview, text) : [text.audience.noGate];
}

export function whenLines(
  { schedule, openForDays }: PulseDefinition,
  outlook: { readonly preview: PulsePreview; readonly nextRun?: PlannedRun } | undefined,
  text: Catalogue,
): Lines {
  const { pulseSetup, schedules } = text;
  const everyDays = schedule && schedule.kind !== 'once' ? intervalDaysOf(schedule) : undefined;
  return [
    schedule ? schedules.runs(schedules.describe(schedule)) : pulseSetup.opensNow,
    outlook?.nextRun ? schedules.nextRun(outlook.nextRun) : undefined,
    outlook ? pulseSetup.openFor(openForDays, outlook.preview.closesAt) : pulseSetup.openForDays(openForDays),
    everyDays !== undefined && everyDays <= openForDays ? pulseSetup.closesBeforeNext : undefined,
    everyDays !== undefined && everyDays < daysBetweenPulses ? pulseSetup.oftenerThanBudget : undefined,
    ...(outlook ? sendingLines(outlook.preview, text) : [pulseSetup.quietHours]),
  ];
}

export function sendingLines({ sending, minutes, writtenTo }: PulsePreview, text: Catalogue): Lines {
  const { audience, pulseSetup } = text;
  // When messages go is worked out for everybody asked, so that it tells of nobody who would get none.
  if (writtenTo === 0) return [pulseSetup.quietHours];
  return [
    sending ? pulseSetup.sending(sending.firstAt, byMinute(sending)) : undefined,
    minutes > 1 ? audience.minutes(minutes) : undefined,
    pulseSetup.quietHours,
  ];
}

const minuteMs = 60_000;

/** The last message is told of no earlier than it goes, and within a minute of the first as at the same time. */
function byMinute({ firstAt, lastAt }: NonNullable<PulsePreview['sending']>): Instant {
  const minuteOf = (at: Instant) => Math.floor(epochMsOf(at) / minuteMs);
  return minuteOf(firstAt) === minuteOf(lastAt)
    ? lastAt
    : instantOf(Math.ceil(epochMsOf(lastAt) / minuteMs) * minuteMs);
}
