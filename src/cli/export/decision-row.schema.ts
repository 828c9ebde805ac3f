/** The published schema of an exported decision, as analysts and auditors read it. */

import { z } from 'zod';
import { gateDecisionKinds } from '../../domain/gate/gate';
import { roles } from '../../domain/programme/programme';

const id = z.string().min(1);
const words = z.string();
const number = z.int().min(1).nullable();

export const decisionRow = z
  .strictObject({
    logNumber: z.int().min(1).describe('1, 2, 3 … without a gap.'),
    head: z.string().describe('Of the chain at this entry: for soundings log verify --head logNumber:head.'),
    decisionId: id,
    programmeId: id,
    programmeName: words,
    isSynthetic: z.boolean().describe('True: invented people, not to be reported.'),
    about: z.enum(['escalation', 'gate', 'review']),
    subjectId: id.describe('Of the escalation, the gate or the design review.'),
    source: z
      .enum(['wave', 'issue', 'backlog', 'gate', 'review'])
      .nullable()
      .describe(
        'What the escalation came of; null for a gate or a design review, and where it was not kept.',
      ),
    externalRef: words
      .nullable()
      .describe(
        'The number of the issue in the programme’s own RAID log; several are separated by semicolons.',
      ),
    question: words,
    options: words.describe('With their consequences, a line each.'),
    recommendation: words
      .nullable()
      .describe('Of a design review: the option with the most votes, where that may be shown.'),
    costOfWaiting: words.nullable(),
    kind: z.enum(['approve', 'reject', 'defer', ...gateDecisionKinds, 'acceptChange', 'keepCriteria']),
    decision: words,
    rationale: words,
    decidedBy: id.describe('A pseudonym, the same in every programme.'),
    decidedByName: words.nullable().describe('null: nobody’s name belongs to the pseudonym any more.'),
    role: z.enum(roles).describe('At the time.'),
    delegatedBy: words.nullable().describe('Who handed it to whoever decided: a name, or a pseudonym.'),
    decidedAt: z.iso.datetime().describe('UTC.'),
    evidence: words.describe('In words, as it was when it was decided.'),
    advice: words.nullable(),
    asked: words.nullable().describe('What was asked of the lead, and the answers.'),
    isAgainstEvidence: z.boolean(),
    mitigation: words.nullable(),
    rollbackTrigger: words.nullable(),
    condition: words.nullable(),
    reviewOn: z.iso.date().nullable().describe('The day on which it is to be looked at again.'),
    supersedes: number.describe('The number of the entry whose place it takes.'),
    supersededBy: number,
  })
  .describe('One entry of the decision log.');

export type DecisionRow = z.infer<typeof decisionRow>;
export const decisionColumns = Object.keys(decisionRow.shape) as readonly (keyof DecisionRow)[];

export function decisionJsonSchema(): object {
  return { title: 'Soundings decision', ...z.toJSONSchema(decisionRow) };
}
