/** What the data of every button of triage carries. */

import { z } from 'zod';
import type { IssueId } from '../../domain/ids';
import { idField, subject } from './subject';

export const typedWords = z.string().trim().max(4_000).default('');

export const issueFields = { ...subject, issueId: idField<IssueId>() };
/** `revision`: of the issue as the card shows it. */
export const actFields = { ...issueFields, revision: z.int().min(0) };

/** A day as an input gives it; blank or anything else is none. */
export const typedDay = z.string().max(100).default('');
const day = /^\d{4}-\d{2}-\d{2}/;

export function dayIn<T extends string>(typed: string): T | undefined {
  return day.exec(typed)?.[0] as T | undefined;
}
