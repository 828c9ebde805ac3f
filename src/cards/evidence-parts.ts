/** The evidence of an escalation, in words: what it is about, then the lowest groups in full and the others by name. */

import { z } from 'zod';
import type { Escalation, EscalationEvidence } from '../domain/escalation/escalation';
import type { GroupId } from '../domain/ids';
import type { Catalogue } from '../text/catalogue';
import { factParts } from './fact-parts';
import { plainText } from './plain-text';
import { reasonsInWords } from './silence-parts';
import { asLines, line, lines } from './subject';

/** For the schema of a card that shows evidence. */
export const evidenceShape = {
  evidenceTitle: line,
  evidence: z.array(z.strictObject({ group: line, figures: lines })),
  moreEvidence: z.array(
    z.strictObject({ action: line, groups: z.array(z.strictObject({ title: line, value: line })) }),
  ),
  evidenceNotes: lines,
};

const groupsInFull = 6;

/** The newest evidence of each group, the lowest share first. */
export function newestByGroup(evidence: readonly EscalationEvidence[]): readonly EscalationEvidence[] {
  const newest = new Map<GroupId, EscalationEvidence>();
  for (const item of evidence) newest.set(item.groupId, item);
  return [...newest.values()].sort((a, b) => (a.favourableShare ?? 0) - (b.favourableShare ?? 0));
}

export function evidenceParts(
  { evidence, facts = [] }: Pick<Escalation, 'evidence' | 'facts'>,
  text: Catalogue,
) {
  const { escalations, results, trends } = text;
  const groups = newestByGroup(evidence);
  const more = groups.slice(groupsInFull);
  return {
    evidenceTitle: escalations.evidenceTitle,
    evidence: [
      ...facts.map((fact) => factParts(fact, text)),
      ...groups.slice(0, groupsInFull).map((item) => ({
        group: plainText(item.groupName),
        figures: asLines(figuresInWords(item, text)),
      })),
    ],
    moreEvidence:
      more.length > 0
        ? [
            {
              action: escalations.moreGroups(more.length),
              groups: more.map((item) => inShort(item, results)),
            },
          ]
        : [],
    evidenceNotes: asLines([
      ...assistedInWords(groups, text),
      groups.length > 0 ? escalations.chanceOnly : undefined,
      groups.some(({ trend }) => trend) ? trends.note : undefined,
    ]),
  };
}

/** Said once of each wave: it is of the whole wave, and of no group. */
export function assistedInWords(
  evidence: readonly EscalationEvidence[],
  { assist }: Catalogue,
): readonly string[] {
  const byWave = new Map(evidence.map(({ waveTitle, assisted }) => [waveTitle, assisted]));
  return [...byWave].flatMap(([title, assisted]) =>
    assisted ? [assist.ofWave(plainText(title), assisted)] : [],
  );
}

/** The share with its interval, since when it is low, whether it falls, and whether it may stand for the group. */
export function figuresInWords(item: EscalationEvidence, text: Catalogue): readonly (string | undefined)[] {
  return [
    shareOf(item, text),
    standingOf(item, text),
    item.trend && text.trends.falling(item.trend),
    notRepresentative(item, text),
    item.chosenBecause === undefined ? undefined : text.audience.chosenByLead(plainText(item.chosenBecause)),
    item.isPartOfGroup ? text.audience.partOfGroup : undefined,
  ];
}

function standingOf(
  { kind, n, headcount, floor, lowSince }: EscalationEvidence,
  { escalations, results }: Catalogue,
) {
  const answers = results.answers(n, headcount);
  return kind === 'deterioratingTrend'
    ? escalations.notBelow(answers, floor)
    : escalations.belowSince(answers, floor, lowSince);
}

function notRepresentative({ notRepresentative: reasons }: EscalationEvidence, { silence }: Catalogue) {
  return reasons && silence.notRepresentativeOf(reasonsInWords(reasons, silence));
}

function shareOf(
  { favourableShare, interval, band, floor }: EscalationEvidence,
  { escalations, results }: Pick<Catalogue, 'escalations' | 'results'>,
) {
  if (favourableShare !== undefined && interval) {
    return escalations.evidence(results.share('confidence', favourableShare), interval, floor);
  }
  return band && results.band('confidence', band);
}

function inShort(
  { groupName, favourableShare, interval, band, n, headcount }: EscalationEvidence,
  results: Catalogue['results'],
) {
  const name = plainText(groupName);
  if (favourableShare !== undefined && interval) {
    return {
      title: results.shareInShort(favourableShare, false),
      value: results.groupShown(name, interval, n, headcount),
    };
  }
  return {
    title: band ? results.bandInShort(band, false) : results.withheldInShort,
    value: results.groupInBand(name, n, headcount),
  };
}
