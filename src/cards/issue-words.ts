/** What the cards of issues say about one: its facts, where it stands, and what was said and answered. */

import type { WaitsFor } from '../domain/issue/ageing';
import type { Concern } from '../domain/issue/concern';
import type { Issue, IssueThread, SupportLevel } from '../domain/issue/issue';
import type { ShownPlace } from '../domain/issue/shown-place';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';

export interface IssueReading {
  readonly issue: Issue;
  readonly place: ShownPlace;
  readonly support: SupportLevel;
  /** The issue's threads, where it is known whose they are. */
  readonly spoken?: readonly {
    readonly part?: Concern['part'];
    readonly entries: IssueThread['entries'];
  }[];
  readonly helped?: Readonly<Record<'yes' | 'no', SupportLevel>>;
  readonly waits?: WaitsFor;
  readonly waitingDays: number;
  readonly isOld: boolean;
  /** Working days after which the programme calls it old. */
  readonly promisedDays: number;
}

interface Fact {
  readonly title: string;
  readonly value: string;
}

export function issueFacts({ issue, place, support, helped }: IssueReading, { triage }: Catalogue): Fact[] {
  const { hazard, blocker, publishedTitle, externalRef } = issue;
  const placeName = plainText(place.name);
  const facts: readonly (Fact | undefined)[] = [
    { title: triage.where, value: place.isSiteGroup ? triage.siteGroup(placeName) : placeName },
    { title: triage.effect, value: triage.effects[issue.effect] },
    { title: triage.raised, value: triage.raisedOn(issue.raisedOn) },
    { title: triage.by, value: plainText(issue.raiserName ?? '') || triage.nameHidden },
    { title: triage.voices, value: triage.support[support] },
    helped && (helped.yes !== 'none' || helped.no !== 'none')
      ? { title: triage.helped, value: triage.helpedLevels(helped.yes, helped.no) }
      : undefined,
    hazard && {
      title: triage.hazard,
      value:
        hazard.status === 'open'
          ? triage.hazardOpen(hazard.acknowledged !== undefined)
          : triage.hazardClosed[hazard.status],
    },
    blocker && { title: triage.blocker, value: triage.blockerSince(plainText(blocker.byName), blocker.on) },
    publishedTitle
      ? { title: triage.published, value: plainText(publishedTitle) || triage.unprintable }
      : undefined,
    externalRef ? { title: triage.ref, value: plainText(externalRef) || triage.unprintable } : undefined,
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** Most urgent first: what waits, then the plan, then that it came back. */
export function issueStanding(view: IssueReading, { triage }: Catalogue): readonly (string | undefined)[] {
  const { issue, waits, waitingDays, isOld, promisedDays } = view;
  const { status, fix, reopenings, answers } = issue;
  const reopened = reopenings.at(-1);
  const isLatest = reopened !== undefined && reopened.afterAnswer === answers.length;
  return [
    waits ? triage.waiting(waits, waitingDays, isOld, promisedDays) : triage.stands(status),
    status === 'fixing' && fix
      ? triage.fixOwned(plainText(fix.ownerName), fix.dueOn, waits === 'overdueFix')
      : undefined,
    isLatest ? triage.cameBack(reopened.on) : undefined,
  ];
}

const mostEntries = 6;
const mostAnswers = 4;

/** The threads together, and the answers, oldest first; the latest few of each. */
export function saidLines({ issue, spoken }: Pick<IssueReading, 'issue' | 'spoken'>, { triage }: Catalogue) {
  const { threads, answers } = issue;
  const entries = (spoken ?? threads.map((thread) => ({ ...thread, part: undefined })))
    .flatMap(({ part, entries: said }) => said.map((entry) => ({ ...entry, part })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(-mostEntries);
  const parts = [
    {
      title: triage.threadTitle,
      said: entries.map(({ byName, on, text, part }) => ({
        who: triage.saidBy(byName && plainText(byName), on, part),
        words: plainText(text) || triage.unprintable,
      })),
    },
    {
      title: triage.earlierTitle,
      said: answers.slice(-mostAnswers).map(({ kind, byName, on, until, words }) => ({
        who: triage.answered(kind, plainText(byName), on, until),
        words: plainText(words) || triage.unprintable,
      })),
    },
  ];
  return parts.filter(({ said }) => said.length > 0);
}

/** What a list shows of it: the published title, or the beginning of the words for those who may read them. */
export function issueTitle(
  { publishedTitle, text }: Pick<Issue, 'publishedTitle' | 'text'>,
  { triage }: Catalogue,
  longest = 80,
): string {
  if (publishedTitle) return plainText(publishedTitle) || triage.unprintable;
  const words = plainText(text).replace(/\s+/g, ' ');
  if (!words) return triage.unprintable;
  const letters = [...words];
  return letters.length <= longest ? words : `${letters.slice(0, longest).join('').trimEnd()}…`;
}
