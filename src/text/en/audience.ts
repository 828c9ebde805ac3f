/** The words for whom a pulse asks, whom not and why: before it is opened, and beside its results. */

import type { Instant } from '../../domain/instant';
import type { NotWrittenTo } from '../../domain/pulse/pulse-preview';
import type { NotAskedPeople } from '../../domain/pulse/wave';
import type { Format } from '../format';

const silent: Readonly<Record<keyof NotWrittenTo, string>> = {
  choseNotToBeAsked: 'chose not to be asked',
  overBudget: 'are asked by another pulse within 14 days',
  atAllowance: 'have had two messages this week',
  noSuitableTime: 'have no suitable hour before it closes',
};
const notAsked: Readonly<Record<NotAskedPeople['because'], readonly [string, string]>> = {
  otherGroups: ['is in another group, and not asked.', 'are in other groups, and not asked.'],
  notDrawn: ['was not drawn for the share.', 'were not drawn for the share.'],
  notOnList: ['is not on the list.', 'are not on the list.'],
};

export const audienceText = (format: Format) => {
  const people = (count: number) => format.plural(count, 'person', 'people');
  return {
    leftOut: (groups: string, count: number, why: string) => `Left out: ${groups}, ${people(count)}. ${why}`,
    notAsked: (because: NotAskedPeople['because'], count: number) =>
      `${people(count)} ${notAsked[because][count === 1 ? 0 : 1]}`,
    drawn: (share: number, seed: string) =>
      `${format.percent(share)} of each group, drawn at random by the seed ${seed}.`,
    chosenByLead: (why: string) => `Chosen by the lead: ${why}`,
    partOfGroup: 'Only a part of this group was to be asked.',
    lookSummary: 'Whom a pulse would ask',
    look: 'See whom it would ask',
    backToPulses: 'Back to the pulses',
    ifNow: 'If you open it now.',
    noGate: 'No gate is judged by it.',
    feedsNothing: 'They were chosen by name: no gate is judged on it, and no trend is made of it.',
    silent: (counts: readonly (readonly [keyof NotWrittenTo, number])[]) =>
      `Of these, to the nearest 5: ${format.list(counts.map(([why, count]) => `${format.count(count)} ${silent[why]}`))}.`,
    withoutTeams: (count: number) =>
      `${people(count)} without Teams: they get no message, and answer beside a champion.`,
    newToTeams: (count: number) =>
      `Soundings has not met ${format.count(count)} of those asked in Teams yet: without the app nobody can be written to.`,
    duplicates: (count: number) =>
      `${format.plural(count, 'entry was', 'entries were')} there twice: nobody is asked twice.`,
    notImported: (count: number) =>
      `Not among the programme’s people, and not asked: ${format.count(count)} of those on the list.`,
    inTheWay: (title: string, closesAt: Instant) =>
      `It cannot open before “${title}” has closed (${format.dayAndYear(closesAt)}, ${format.time(closesAt)}), which asks one of its questions.`,
    minutes: (count: number) =>
      `Sending alone takes about ${format.plural(count, 'minute', 'minutes')} at the rate that Teams allows.`,
  };
};
