/** Whom a pulse asks, and whom it leaves out. */

import { leftOutKey } from '../domain/pulse/change-draft';
import type { CountedGroup } from '../domain/pulse/chat-pulse';
import { nameOfLeftOut } from '../domain/pulse/select-audience';
import type { Catalogue } from '../text/catalogue';
import {
  all,
  type Choice,
  many,
  one,
  type PulseField,
  type PulseSetupState,
  withNumber,
} from './pulse-field';

export const shares = [1, 0.75, 0.5, 0.25, 0.1] as const;

export function audienceFields(
  { programme, pulse, counted }: PulseSetupState,
  text: Catalogue,
): readonly PulseField[] {
  const { labels, everybody, shareOf } = text.pulseSetup;
  const { audience } = pulse.definition;
  const only = audience.kind === 'list' ? {} : (audience.only ?? {});
  const share = audience.kind === 'random' ? audience.share : 1;
  const { siteGroups, staffFamilies } = programme;
  return [
    many('siteGroups', labels.siteGroups, only.siteGroups, groups(siteGroups, counted?.siteGroups, text)),
    many(
      'staffFamilies',
      labels.staffFamilies,
      only.staffFamilies,
      groups(staffFamilies, counted?.staffFamilies, text),
    ),
    one(
      'share',
      labels.share,
      String(share),
      withNumber(shares, share).map((value) => ({
        value: String(value),
        title: value === 1 ? everybody : shareOf(value),
      })),
    ),
  ].filter(({ choices }) => choices === undefined || choices.length > 1);
}

export function leaveOutFields(
  { programme, pulse, counted }: PulseSetupState,
  text: Catalogue,
): readonly PulseField[] {
  const { labels, allSites, allStaff, allCohorts } = text.pulseSetup;
  const { audience } = pulse.definition;
  const leftOut = audience.kind === 'list' ? [] : (audience.leaveOut ?? []);
  const cohorts = counted?.cohorts ?? [];
  const nothing = (title: string) => ({ value: all, title });
  return [
    ...(leftOut.length === 0
      ? []
      : [
          many(
            'kept',
            labels.leftOut,
            leftOut.map(leftOutKey),
            leftOut.map((entry) => ({
              value: leftOutKey(entry),
              title: `${nameOfLeftOut(entry, programme)}: ${entry.why}`,
            })),
          ),
        ]),
    one('outSiteGroup', labels.outSiteGroup, all, [
      nothing(allSites),
      ...groups(programme.siteGroups, counted?.siteGroups, text),
    ]),
    one('outStaffFamily', labels.outStaffFamily, all, [
      nothing(allStaff),
      ...groups(programme.staffFamilies, counted?.staffFamilies, text),
    ]),
    ...(cohorts.length === 0
      ? []
      : [one('outCohort', labels.outCohort, all, [nothing(allCohorts), ...groups(cohorts, cohorts, text)])]),
    { id: 'why', label: labels.why, value: '', as: 'long', maxLength: 300 },
  ];
}

function groups(
  declared: readonly { readonly id: string; readonly name: string }[],
  counted: readonly CountedGroup[] | undefined,
  { pulseSetup }: Catalogue,
): readonly Choice[] {
  return declared.map(({ id, name }) => {
    const people = counted?.find((one) => one.id === id)?.people;
    return { value: id, title: people === undefined ? name : pulseSetup.group(name, people) };
  });
}
