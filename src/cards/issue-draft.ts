/** What somebody has filled in about an issue that is not sent yet, as cards carry it from one to the next. */

import { z } from 'zod';
import type { IssueCategory, IssueEffect } from '../domain/issue/issue';
import type { HarmAnswer } from '../domain/issue/raise-issue';
import { longestIssueText } from '../domain/issue/raise-issue';
import type { Catalogue } from '../text/catalogue';
import { line } from './subject';

export interface DraftView {
  /** Random, made with the first card: all cards of one draft make one issue. */
  readonly draftId: string;
  /** Masked before it is put on any card. */
  readonly text: string;
  readonly category?: IssueCategory;
  /** The ODS code. */
  readonly site?: string;
  readonly effect?: IssueEffect;
  readonly isNamed: boolean;
  readonly harm: HarmAnswer;
}

/** Whether the words came with a message of Teams: they are then to be looked through. */
export type DraftFrom = 'message' | 'card';

/** A client may send more than its input allows; more than this fits on no card. */
const longestKept = 4_000;

/** What buttons carry of a draft; the words are in an input, where they can be changed. */
export const draftData = z.strictObject({
  draftId: line,
  category: z.string(),
  site: z.string(),
  effect: z.string(),
  name: z.enum(['hidden', 'shown']),
  harm: line,
});

export function draftDataOf(draft: DraftView): z.input<typeof draftData> {
  const { draftId, category = '', site = '', effect = '', isNamed, harm } = draft;
  return { draftId, category, site, effect, name: isNamed ? 'shown' : 'hidden', harm };
}

/** An input that keeps the words; none where there are none. */
export const keptWords = z.array(z.strictObject({ label: line, text: z.string(), maxLength: z.number() }));

export function keptWordsOf(text: string, { raising }: Catalogue): z.input<typeof keptWords> {
  if (text.trim() === '') return [];
  const kept = text.slice(0, longestKept);
  return [{ label: raising.yourWords, text: kept, maxLength: maxLengthFor(kept) }];
}

/** The words as an input shows them, whatever their length. */
export function wordsForInput(text: string): { readonly text: string; readonly textMaxLength: number } {
  const kept = text.slice(0, longestKept);
  return { text: kept, textMaxLength: maxLengthFor(kept) };
}

/** What is shown may be longer than what may be typed: markers took the place of shorter numbers. */
function maxLengthFor(text: string): number {
  return Math.max(longestIssueText, text.length);
}

export const sampleDraft: DraftView = {
  draftId: '7c2f1e9a0b4d',
  text: 'There is one laptop for the whole bay. On nights it is locked in the office and nobody has the key.',
  category: 'infrastructure',
  site: 'RZZ01',
  effect: 'workAround',
  isNamed: false,
  harm: 'none',
};
export const sampleEmptyDraft: DraftView = {
  draftId: '7c2f1e9a0b4d',
  text: '',
  site: 'RZZ01',
  isNamed: false,
  harm: 'none',
};
