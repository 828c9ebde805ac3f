/** The published schema of an exported issue, as a programme's RAID log takes it. */

import { z } from 'zod';
import { issueCategories, issueEffects } from '../../domain/issue/issue';

const words = z.string();
const day = z.iso.date().nullable();
const days = z.int().min(0).nullable().describe('Working days after the day it was raised.');

export const issueRow = z
  .strictObject({
    issueId: words.describe('For the column issue_id of soundings issues import.'),
    externalRef: words.nullable().describe('The number of the issue in the programme’s own RAID log.'),
    programmeId: words,
    isSynthetic: z.boolean().describe('True: invented people, not to be reported.'),
    status: z.enum(['untriaged', 'asking', 'fixing', 'escalated', 'answered', 'confirmed', 'merged']),
    category: z.enum(issueCategories),
    siteGroup: words,
    effect: z.enum(issueEffects),
    title: words.nullable().describe('Where one is published.'),
    words: words.nullable().describe('As typed, masked; only with --with-words.'),
    support: z.enum(['none', 'aFewOthers', 'moreThanTen']),
    hazard: z.enum(['open', 'mitigated', 'notAHazard']).nullable(),
    isBlocker: z.boolean().describe('True: the lead says that a go-live must wait for it.'),
    raisedOn: z.iso.date(),
    waitsWorkingDays: z.int().min(0).nullable().describe('Where it waits for the lead.'),
    isOld: z.boolean().describe('True: it waits longer than the programme promises.'),
    fixOwner: words.nullable(),
    fixDueOn: day,
    fixDoneOn: day,
    answers: words.describe('What the people concerned were told, oldest first, a line each.'),
    daysToAcknowledged: days,
    daysToDecided: days,
    daysToTold: days,
    daysToConfirmed: days,
    timesReopened: z.int().min(0),
    mergedInto: words.nullable(),
  })
  .describe('One issue: what was raised and what came of it, without who.');

export type IssueRow = z.infer<typeof issueRow>;
export const issueColumns = Object.keys(issueRow.shape) as readonly (keyof IssueRow)[];

export function issueJsonSchema(): object {
  return { title: 'Soundings issue', ...z.toJSONSchema(issueRow) };
}
