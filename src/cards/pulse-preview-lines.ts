/** What a pulse would do, line by line, before it is confirmed. Of few people no number says who gets no message. */

import { daysBetweenPulses } from '../domain/campaign/pulse-budget';
import type { PulsePreview } from '../domain/pulse/pulse-preview';
import type { PulseDefinition } from '../domain/pulse/question';
import { intervalDaysOf } from '../domain/schedule/occurrences';
import type { PlannedRun } from '../domain/schedule/schedule';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';

type Lines = readonly (string | undefined)[];

const mostGroups = 12;
const mostTooSmall = 6;

export function questionLines({ questions }: PulseDefinition, { bank, pulseSetup }: Catalogue): Lines {
  return questions.map(({ text, kind }, index) =>
    pulseSetup.questionLine(index + 1, plainText(text), bank.kinds[kind]),
  );
}

export function audienceLines(preview: PulsePreview, { pulseSetup }: Catalogue): Lines {
  const { invited, writtenTo, siteGroups, staffFamilies, leftOut, notAsked, drawn } = preview;
  const silent = invited - writtenTo;
  const named = (groups: PulsePreview['siteGroups']) =>
    groups.length < 2 || groups.length > mostGroups
      ? undefined
      : pulseSetup.groups(groups.map(({ name, people }) => pulseSetup.group(plainText(name), people)));
  return [
    pulseSetup.invited(invited),
    named(siteGroups),
    named(staffFamilies),
    drawn ? pulseSetup.drawn(drawn.share, plainText(drawn.seed)) : undefined,
    ...leftOut.map(({ groups, why, people }) =>
      pulseSetup.leftOutPeople(plainText(groups), people, plainText(why)),
    ),
    ...notAsked.map(({ because, people }) => pulseSetup.notAsked(because, people)),
    invited === 0
      ? undefined
      : silent >= preview.minimumGroupSize
        ? pulseSetup.notWritten(silent)
        : pulseSetup.notWrittenFew,
  ];
}

export function heardLines(
  { heard, tooSmall, minimumGroupSize, invited }: PulsePreview,
  { pulseSetup }: Catalogue,
): Lines {
  if (invited === 0) return [];
  const alone = tooSmall.filter(({ heardWith }) => heardWith === undefined);
  const together = tooSmall.filter(({ heardWith }) => heardWith !== undefined);
  const withheld = together.slice(0, mostTooSmall);
  return [
    pulseSetup.heard(heard.length, minimumGroupSize),
    ...alone.slice(0, mostTooSmall).map(({ name, people }) => pulseSetup.tooSmall(plainText(name), people)),
    ...withheld.map(({ name, people, heardWith = '' }) =>
      pulseSetup.heardWith(plainText(name), people, plainText(heardWith)),
    ),
    tooSmall.length > mostTooSmall ? pulseSetup.moreGroups(together.length - withheld.length) : undefined,
  ];
}

export function gateLines({ gates, unheard }: PulsePreview, { pulseSetup }: Catalogue): Lines {
  if (gates.length === 0) return [pulseSetup.feedsNoGate];
  return [
    ...unheard
      .slice(0, mostTooSmall)
      .map(({ gate, decidesOn, group, because, people }) =>
        pulseSetup.unheard(
          { gate: plainText(gate), decidesOn, group: plainText(group ?? ''), people },
          because,
        ),
      ),
    unheard.length === 0 ? pulseSetup.gatesHeard(gates.map(({ name }) => plainText(name))) : undefined,
  ];
}

export function whenLines(
  { schedule, openForDays }: PulseDefinition,
  outlook: { readonly preview: PulsePreview; readonly nextRun?: PlannedRun } | undefined,
  { pulseSetup, schedules }: Catalogue,
): Lines {
  const sending = outlook?.preview.sending;
  const everyDays = schedule && schedule.kind !== 'once' ? intervalDaysOf(schedule) : undefined;
  return [
    schedule ? schedules.runs(schedules.describe(schedule)) : pulseSetup.opensNow,
    outlook?.nextRun ? schedules.nextRun(outlook.nextRun) : undefined,
    outlook ? pulseSetup.openFor(openForDays, outlook.preview.closesAt) : pulseSetup.openForDays(openForDays),
    everyDays !== undefined && everyDays <= openForDays ? pulseSetup.closesBeforeNext : undefined,
    everyDays !== undefined && everyDays < daysBetweenPulses ? pulseSetup.oftenerThanBudget : undefined,
    sending ? pulseSetup.sending(sending.firstAt, sending.lastAt) : undefined,
    pulseSetup.quietHours,
  ];
}
