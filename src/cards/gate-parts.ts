/** The parts that every card of a gate shares: where it stands, what holds it back, the calendar, what was decided. */

import { z } from 'zod';
import type { Gate, GateDecision } from '../domain/gate/gate';
import { acceptedChange, freezesAt, isFrozen, termsInForce } from '../domain/gate/gate-terms';
import { isOver } from '../domain/gate/settle-gate';
import { type CriterionResult, type Judgement, type Verdict, verdicts } from '../domain/gate/verdict';
import type { PersonId } from '../domain/ids';
import { type Day, dayOf, type Instant, plusDays } from '../domain/instant';
import type { Catalogue } from '../text/catalogue';
import { changeInWords, criterionTitle, reasonInWords, verdictInWords } from './gate-words';
import { plainText } from './plain-text';
import { asLines, line, lines } from './subject';

/** In the order in which it is shown; a chart has its place after the summary. */
export const gateShape = {
  heading: line,
  title: line,
  verdicts: lines,
  counts: lines,
  dates: lines,
  decisions: z.array(z.strictObject({ style: line, title: line, lines })),
  criteriaTitle: line,
  criteria: z.array(z.strictObject({ title: line, verdict: line, lines, changes: lines })),
  moreCriteria: z.array(
    z.strictObject({
      action: line,
      criteria: z.array(z.strictObject({ title: line, verdict: line, lines })),
    }),
  ),
  calendar: z.array(
    z.strictObject({ action: line, entries: z.array(z.strictObject({ title: line, lines })) }),
  ),
  calendarNotes: lines,
  smallPrint: lines,
};

export interface GateSubject {
  readonly gate: Gate;
  readonly judgements: readonly Judgement[];
  /** When the card is made: days are said as past or to come by it. */
  readonly now: Instant;
}

/** More than these are a tap away: a card has 28 KB. */
const criteriaInFull = 6;
const decisionsInFull = 4;
const nearBeforeDays = 14;
const nearAfterDays = 28;

export function gateParts(
  { gate, judgements, now }: GateSubject,
  programmeName: string,
  text: Catalogue,
): z.input<z.ZodObject<typeof gateShape>> {
  const { gates, results } = text;
  const shown = judgements.at(-1);
  const ordered = worstFirst(shown?.results ?? []);
  const unmet = ordered.filter(({ verdict }) => verdict !== 'met');
  const inFull = unmet.slice(0, criteriaInFull);
  const others = ordered.filter((result) => !inFull.includes(result));
  const about = (result: CriterionResult) => ({
    title: criterionTitle(result, gates),
    verdict: verdictInWords(result, gates),
    lines: asLines(reasonInWords(result, gate, text)),
  });
  const kinds = new Set(ordered.map(({ kind }) => kind));
  return {
    heading: plainText(programmeName),
    title: plainText(gate.name),
    verdicts: asLines(verdictLines(gate, judgements, text)),
    counts: asLines(ordered.length > 1 ? [gates.counts(countsOf(ordered))] : []),
    dates: asLines(dateLines(gate, now, text)),
    decisions: decisionParts(gate, text),
    criteriaTitle: unmet.length > 0 ? gates.criteriaTitle(isOver(gate)) : gates.allMet,
    criteria: inFull.map((result) => ({
      ...about(result),
      changes: asLines(changeInWords(result.change, gates)),
    })),
    moreCriteria:
      others.length > 0
        ? [{ action: gates.moreCriteria(others.length, inFull.length === 0), criteria: others.map(about) }]
        : [],
    calendar: calendarParts(gate, text),
    calendarNotes: asLines(gate.calendar.length === 0 ? [gates.noCalendar] : []),
    smallPrint: asLines([
      kinds.has('confidence') ? results.chanceOnly : undefined,
      kinds.has('training') ? gates.trainingCounts : undefined,
    ]),
  };
}

function worstFirst(results: readonly CriterionResult[]): readonly CriterionResult[] {
  return [...results].sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
}

function countsOf(results: readonly CriterionResult[]): readonly { verdict: Verdict; count: number }[] {
  return verdicts
    .map((verdict) => ({ verdict, count: results.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
}

function verdictLines(gate: Gate, judgements: readonly Judgement[], text: Catalogue): readonly string[] {
  const { gates } = text;
  const changed = judgements.find(({ basis }) => basis === 'changed');
  const agreed = judgements.find(({ basis }) => basis === 'agreed');
  const last = judgements.at(-1);
  if (!last) return [];
  const accepted = acceptedChange(gate);
  const acceptance = gate.decisions.find(
    ({ kind, change }) => kind === 'acceptChange' && change === accepted?.number,
  );
  if (!changed || !agreed || !acceptance) return [gates.verdict(last.verdict)];
  const { decidedBy, decidedAt, rationale } = acceptance;
  return [
    gates.verdictAgreed(agreed.verdict),
    gates.verdictChanged(
      changed.verdict,
      nameIn(acceptance, decidedBy, gates),
      decidedAt,
      plainText(rationale),
    ),
  ];
}

function dateLines(gate: Gate, now: Instant, { gates }: Catalogue): readonly string[] {
  const { decidesOn, goLiveOn } = termsInForce(gate);
  const { status, decideBy, setBy, why, terms } = gate;
  const frozenAt = freezesAt(terms);
  return [
    ...(status === 'planned' ? [gates.decidesOn(decidesOn)] : []),
    ...(status === 'asked' && decideBy ? [gates.toBeDecidedBy(decideBy)] : []),
    gates.goLive(goLiveOn, plainText(setBy), plainText(why)),
    isFrozen(gate, now) ? gates.frozen(frozenAt) : gates.freezes(frozenAt),
  ];
}

/** The newest first; what went against the evidence is never left out. */
export function decisionParts(gate: Gate, text: Catalogue) {
  const newest = [...gate.decisions].reverse();
  return newest
    .filter((decision, index) => decision.against !== undefined || index < decisionsInFull)
    .map((decision) => ({
      style: decision.against ? 'warning' : 'emphasis',
      title: decisionInWords(decision, text.gates),
      lines: asLines(decisionLines(decision, text)),
    }));
}

/** Says so where it went against the evidence, wherever a decision is named. */
export function decisionInWords(
  { kind, delayUntil, against }: GateDecision,
  gates: Catalogue['gates'],
): string {
  const decided = gates.decided(kind, delayUntil);
  return against ? gates.againstTitle(decided) : gates.decidedTitle(decided);
}

function decisionLines(decision: GateDecision, { gates, roles }: Catalogue): readonly string[] {
  const { decidedBy, role, decidedAt, rationale, against, condition, evidence, logged } = decision;
  const verdictThen = evidence.judgements.find(({ verdict }) => verdict !== 'met') ?? evidence.judgements[0];
  const isOfGate = decision.kind !== 'acceptChange' && decision.kind !== 'keepCriteria';
  return [
    gates.decidedBy(nameIn(decision, decidedBy, gates), roles[role], decidedAt),
    ...(isOfGate && verdictThen ? [gates.verdictThen(verdictThen.verdict)] : []),
    gates.why(plainText(rationale)),
    ...(against
      ? [
          gates.mitigation(plainText(against.mitigation)),
          gates.rollbackTrigger(plainText(against.rollbackTrigger)),
          gates.advisedBy(nameIn(decision, against.advisedBy, gates)),
        ]
      : []),
    ...(condition
      ? [
          gates.condition(
            plainText(condition.what),
            nameIn(decision, condition.owner, gates),
            condition.dueOn,
          ),
          gates.recheck(condition.recheckOn),
        ]
      : []),
    ...(logged ? [`${gates.logEntry(logged.seq)} ${logged.head}`] : []),
  ];
}

function nameIn({ names }: GateDecision, personId: PersonId, gates: Catalogue['gates']): string {
  const name = names[personId];
  return name ? plainText(name) : gates.formerHolder;
}

function calendarParts(gate: Gate, { gates }: Catalogue) {
  const { goLiveOn } = termsInForce(gate);
  if (gate.calendar.length === 0) return [];
  const entries = [...gate.calendar].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return [
    {
      action: gates.showCalendar(entries.length),
      entries: entries.map(({ kind, what, startsOn, endsOn, setBy, why }) => ({
        title: gates.calendarEntry(kind, plainText(what)),
        lines: asLines([
          gates.calendarDays(startsOn, endsOn, isNear(startsOn, endsOn, goLiveOn)),
          gates.calendarSetBy(plainText(setBy), plainText(why)),
        ]),
      })),
    },
  ];
}

function isNear(startsOn: Day, endsOn: Day, goLiveOn: Day): boolean {
  const noon = `${goLiveOn}T12:00:00.000Z` as Instant;
  return startsOn <= dayOf(plusDays(noon, nearAfterDays)) && endsOn >= dayOf(plusDays(noon, -nearBeforeDays));
}
