/** The verdicts on a gate as they are now: under the terms agreed, and under changed ones beside them. */

import { canonicalJson } from '../../domain/canonical-json';
import type { PeopleCounts } from '../../domain/gate/count-people';
import type { Gate, GateChange, GateTerms } from '../../domain/gate/gate';
import type { NamedGroup } from '../../domain/gate/gate-definition';
import { acceptedChange, agreedTerms, proposedChange, termsInForce } from '../../domain/gate/gate-terms';
import { type GateFacts, judgeGate } from '../../domain/gate/judge-gate';
import type { FeedingRelease } from '../../domain/gate/judge-released';
import type { GateReview } from '../../domain/gate/judge-reviews';
import type { Judgement, OpenBlockers } from '../../domain/gate/verdict';
import type { PulseId } from '../../domain/ids';
import { dayOf } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { countOpenBlockers } from '../hazard/open-hazards';
import { listRecords } from '../records';
import { type OpenedBetween, readFeedingReleases } from '../wave/read-feeding-releases';
import { countGatePeople } from './count-gate-people';

type Ports = Pick<AppContext, 'store' | 'clock'>;

/** One judgement, or two where the SRO has accepted other terms since the freeze. */
export async function judgementsOf(
  context: Ports,
  programme: Programme,
  gate: Gate,
): Promise<readonly Judgement[]> {
  const accepted = acceptedChange(gate);
  const agreed = await judgeAgreed(context, programme, gate);
  if (!accepted) return [agreed];
  const terms = termsInForce(gate);
  return [
    agreed,
    await judgeTerms(context, programme, { gate, basis: 'changed', terms, ...since(gate, accepted) }),
  ];
}

/** The verdict under the terms that are proposed; undefined where none are. */
export async function judgeProposal(
  context: Ports,
  programme: Programme,
  gate: Gate,
): Promise<Judgement | undefined> {
  const proposed = proposedChange(gate);
  if (!proposed) return undefined;
  const { terms } = proposed;
  return judgeTerms(context, programme, { gate, basis: 'changed', terms, ...since(gate, proposed) });
}

async function judgeAgreed(context: Ports, programme: Programme, gate: Gate): Promise<Judgement> {
  const terms = agreedTerms(gate);
  const moved = gate.changes.find(
    (change) => change.standing !== 'withdrawn' && hasOtherMembers(gate, change),
  );
  const opened = moved ? { opened: { before: moved.proposedAt } } : {};
  return judgeTerms(context, programme, { gate, basis: 'agreed', terms, ...opened });
}

/** Where sites or staff groups changed places, waves before and after are not about the same people. */
function since(gate: Gate, change: GateChange): { readonly opened?: OpenedBetween } {
  return hasOtherMembers(gate, change) ? { opened: { from: change.proposedAt } } : {};
}

function hasOtherMembers(gate: Gate, change: GateChange): boolean {
  return canonicalJson(change.terms.members) !== canonicalJson(gate.terms.members);
}

async function judgeTerms(
  context: Ports,
  programme: Programme,
  {
    gate,
    basis,
    terms,
    opened,
  }: {
    readonly gate: Gate;
    readonly basis: Judgement['basis'];
    readonly terms: GateTerms;
    readonly opened?: OpenedBetween;
  },
): Promise<Judgement> {
  const groups = new Map<PulseId, NamedGroup[]>();
  for (const criterion of terms.criteria) {
    if ('pulse' in criterion)
      groups.set(criterion.pulse, [...(groups.get(criterion.pulse) ?? []), criterion.group]);
  }
  const releases = new Map<PulseId, readonly FeedingRelease[]>();
  for (const [pulseId, named] of groups) {
    const wanted = { programmeId: programme.id, pulseId, groups: named, ...opened };
    releases.set(pulseId, await readFeedingReleases(context.store, wanted));
  }
  const facts: GateFacts = {
    today: dayOf(context.clock.now()),
    programme,
    releases,
    people: await peopleCounts(context, programme, terms),
    open: await openBlockers(context, programme, terms),
    reviews: await gateReviews(context, programme, terms),
    statements: gate.statements,
  };
  return judgeGate(basis, terms, facts);
}

const nobody: PeopleCounts = { missing: [], byCriterion: {} };

/** Every issue of the programme is read for it: only where a criterion asks for it. */
async function openBlockers(
  context: Ports,
  programme: Programme,
  { criteria }: GateTerms,
): Promise<OpenBlockers> {
  const isAsked = criteria.some(({ kind }) => kind === 'openBlockers');
  return isAsked ? countOpenBlockers(context, programme.id) : { hazards: 0, blockers: 0 };
}

/** As they are now: what a review says may change until the gate is decided. */
async function gateReviews(
  { store }: Ports,
  programme: Programme,
  { criteria }: GateTerms,
): Promise<readonly GateReview[]> {
  if (!criteria.some(({ kind }) => kind === 'reviewsAgreed')) return [];
  const reviews: GateReview[] = [];
  for await (const { document } of listRecords(store, 'review', programme.id)) {
    reviews.push({ ...document, askedAt: document.rounds[0]?.openedAt ?? '' });
  }
  return reviews;
}

/** Everybody of the programme is read for it: only where a criterion asks for it. */
async function peopleCounts(context: Ports, programme: Programme, terms: GateTerms): Promise<PeopleCounts> {
  const isAsked = terms.criteria.some(({ kind }) => kind === 'training' || kind === 'accessTested');
  return isAsked ? countGatePeople(context, programme.id, terms) : nobody;
}
