/** The decision log as its readers see it in the chat: what was decided, by whom, when, and what became of it. */

import { z } from 'zod';
import { type DecisionLogEntry, isOnEscalation, isOnGate } from '../domain/decision/decision';
import type { Instant } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { entryInWords } from './entry-words';
import { plainText } from './plain-text';
import { sampleEntries } from './sample-escalation';
import { asLines, line, lines, type ProgrammeSubject, sampleProgramme } from './subject';
import { defineCard } from './template';

export interface ListedDecision {
  readonly entry: DecisionLogEntry;
  /** Absent where nobody's name belongs to the pseudonym any more. */
  readonly decidedByName?: string;
  /** The numbers of the entries that take its place, and whose place it takes. */
  readonly replacedBy?: number;
  readonly replaces?: number;
  /** True where the reader may decide it again. */
  readonly mayDecideAgain: boolean;
}

export interface DecisionListView {
  readonly programme: ProgrammeSubject;
  /** Newest first. */
  readonly listed: readonly ListedDecision[];
  readonly total: number;
  readonly now: Instant;
  /** The number before which the next page goes on; 0 leads back to the newest. */
  readonly nextBefore?: number;
}

const mostWords = 180;

const schema = z.strictObject({
  programmeId: line,
  heading: line,
  title: line,
  paragraphs: lines,
  entries: z.array(
    z.strictObject({
      what: line,
      lines,
      small: line,
      again: z.array(z.strictObject({ title: line, escalationId: line, decisionId: line })),
      gates: z.array(z.strictObject({ title: line, gateId: line })),
    }),
  ),
  pages: z.array(z.strictObject({ title: line, before: z.number() })),
});

const view: DecisionListView = {
  programme: sampleProgramme,
  listed: sampleEntries.map((entry, index) => ({
    entry,
    ...(index === 1 ? {} : { decidedByName: 'Amara Cole' }),
    ...(index === 1 ? { replacedBy: entry.seq + 1 } : {}),
    ...(index === 0 ? { replaces: entry.seq - 1 } : {}),
    mayDecideAgain: index === 0,
  })),
  total: 31,
  now: '2027-04-01T10:00:00.000Z' as Instant,
  nextBefore: 10,
};

export const decisionListCard = defineCard<DecisionListView, typeof schema>({
  name: 'decision-list',
  schema,
  summarise: ({ programme }, text) => text.decisions.listSummary(programme.name),
  bind: ({ programme, listed, total, now, nextBefore }, text) => {
    const { decisions } = text;
    return {
      programmeId: programme.id,
      heading: plainText(programme.name),
      title: decisions.listTitle,
      paragraphs: asLines(
        listed.length === 0
          ? [decisions.listNone, decisions.listNonePrompt]
          : [decisions.listGuide(listed.length, total)],
      ),
      entries: listed.map((one) => entryParts(one, now, text)),
      pages:
        nextBefore === undefined
          ? []
          : [{ title: nextBefore === 0 ? decisions.newest : decisions.older, before: nextBefore }],
    };
  },
  samples: {
    none: { ...view, listed: [], total: 0, nextBefore: undefined },
    'the latest': view,
    'the first, a page further': { ...view, listed: view.listed.slice(1), nextBefore: 0 },
  },
});

function entryParts(listed: ListedDecision, now: Instant, text: Catalogue) {
  const { entry, mayDecideAgain } = listed;
  const { decisions } = text;
  return {
    what: plainText(entryInWords(entry, text)),
    lines: asLines(linesOf(listed, now, text)),
    small: decisions.listEntry(entry.seq, entry.mac),
    again:
      mayDecideAgain && isOnEscalation(entry)
        ? [{ title: decisions.decideAgain, escalationId: entry.escalationId, decisionId: entry.decisionId }]
        : [],
    gates: isOnGate(entry) ? [{ title: decisions.showGate, gateId: entry.gateId }] : [],
  };
}

function linesOf({ entry, ...listed }: ListedDecision, now: Instant, text: Catalogue) {
  const { decisions, escalations, roles, gates } = text;
  const { decidedBy, role, decidedAt, reviewOn, question, rationale } = entry;
  const name = plainText(listed.decidedByName ?? decisions.listNobody(decidedBy));
  return [
    plainText(shortened(question)),
    escalations.decidedBy(name, roles[role], decidedAt),
    reviewOn && reviewInWords(reviewOn, now, listed.replacedBy !== undefined, text),
    listed.replaces === undefined ? undefined : decisions.listReplaces(listed.replaces),
    listed.replacedBy === undefined ? undefined : decisions.listReplaced(listed.replacedBy),
    gates.why(plainText(shortened(rationale))),
  ];
}

/** What was replaced is not looked at again. */
function reviewInWords(on: Instant, now: Instant, isReplaced: boolean, { decisions }: Catalogue) {
  if (isReplaced) return undefined;
  return on <= now ? decisions.listReviewPassed(on) : decisions.listReview(on);
}

function shortened(words: string): string {
  const letters = [...words.trim()];
  return letters.length <= mostWords ? letters.join('') : `${letters.slice(0, mostWords).join('').trim()}…`;
}
