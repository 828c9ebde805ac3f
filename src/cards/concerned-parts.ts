/** What the cards for the people an issue concerns have in common. */

import { z } from 'zod';
import type { Concern } from '../domain/issue/concern';
import type { Issue } from '../domain/issue/issue';
import { forgetAfterDays } from '../domain/issue/tell-and-forget';
import { mostWords, threadWith } from '../domain/issue/thread';
import type { MaskedKind } from '../domain/text/mask-text';
import type { Catalogue } from '../text/catalogue';
import { plainText } from './plain-text';
import { asBox, asLines, box, line, lines, type ProgrammeSubject } from './subject';

export type ConcernedNotice = keyof Catalogue['concerned']['notices'];

/** What every one of these cards is made from: the issue as it is now, for one of the people it concerns. */
export interface ConcernedView {
  readonly programme: ProgrammeSubject;
  readonly issue: Issue;
  readonly concern: Pick<Concern, 'concernKey' | 'part'>;
  /** Where it was merged: the issue in which it goes on. */
  readonly goesOnIn?: Issue;
  /** Whole days, 0 or more. */
  readonly backupRetentionDays: number;
  readonly notice?: ConcernedNotice;
  /** What was taken out of the words that were sent. */
  readonly masked?: readonly MaskedKind[];
  /** Words that were not sent, so that they need not be typed again. */
  readonly typed?: string;
}

/** Bound by the head and the foot of each of these cards. */
export const concernedHead = {
  programmeId: line,
  issueId: line,
  /** How much of their thread this card has seen. */
  seen: z.number(),
  notices: box,
  heading: line,
  about: line,
  title: line,
  smallPrint: lines,
};

export function headOf(view: ConcernedView, text: Catalogue) {
  const { programme, issue, concern, backupRetentionDays, notice, masked = [] } = view;
  const { concerned, privacy } = text;
  return {
    programmeId: programme.id,
    issueId: issue.issueId,
    seen: threadWith(issue, concern.concernKey).length,
    notices: asBox([
      notice && concerned.notices[notice],
      masked.length > 0 ? privacy.masked(masked) : undefined,
    ]),
    heading: plainText(programme.name),
    about: concern.part === 'raiser' ? concerned.youRaised : concerned.youSupported,
    title: ownTitle(issue, concern.part, text),
    smallPrint: asLines([concerned.whoKnows(forgetAfterDays, backupRetentionDays)]),
  };
}

const longestTitle = 160;

/** What everybody may read of it; else the raiser's own words, for the raiser alone. */
export function ownTitle(issue: Issue, part: Concern['part'], { concerned, bank }: Catalogue): string {
  const { publishedTitle, text, category } = issue;
  const own = publishedTitle ?? (part === 'raiser' ? text : undefined);
  const words = own && plainText(own).replace(/\s+/g, ' ');
  if (!words) return concerned.unnamed(bank.themes[category]);
  const letters = [...words];
  return letters.length <= longestTitle ? words : `${letters.slice(0, longestTitle).join('').trimEnd()}…`;
}

/** A box for words to the programme. */
export const wordsInput = { typed: z.string(), maxLength: z.number(), hints: lines };

export function wordsInputOf({ issue, concern, typed = '' }: ConcernedView, { concerned }: Catalogue) {
  const isNamed = concern.part === 'raiser' && issue.raiserName !== undefined;
  const whose = isNamed ? concerned.withName : concerned.withoutName;
  return { typed, maxLength: mostWords, hints: asLines([concerned.leaveOut, whose]) };
}
