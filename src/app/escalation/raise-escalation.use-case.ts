/** Raises an escalation, whatever it comes of, or adds what was found to one that is open. */

import type {
  Escalation,
  EscalationEvidence,
  EscalationFact,
  EscalationSource,
} from '../../domain/escalation/escalation';
import {
  type ForwardOutcome,
  forwardEscalation,
  type LeadCase,
} from '../../domain/escalation/forward-escalation';
import { raiseEscalation as decide } from '../../domain/escalation/raise-escalation';
import type { EscalationId, PersonId } from '../../domain/ids';
import type { IssueCategory } from '../../domain/issue/issue';
import type { Programme } from '../../domain/programme/programme';
import { maskText } from '../../domain/text/mask-text';
import type { AppContext } from '../context';
import { ConflictError } from '../ports/errors';
import { askingNow } from '../programme/roster-of';
import { ensureRecord, listRecords, replaceRecord } from '../records';
import { maskedCase } from './masked-case';

type Ports = Pick<AppContext, 'store' | 'clock' | 'keys' | 'wording'>;

export interface FoundWrong {
  readonly programme: Programme;
  readonly source: EscalationSource;
  /** What makes a source go up that may go up again: raised twice for the same, it is raised once. */
  readonly occasion?: string;
  /** Groups in trouble, from released figures. */
  readonly evidence?: readonly EscalationEvidence[];
  readonly facts?: readonly EscalationFact[];
  /** With the lead's own case it goes straight to the executive; `standard`: with the standard one. */
  readonly prepared?: { readonly by: PersonId; readonly words: LeadCase } | 'standard';
  /** What it is about: the sponsors who answer for it get a copy. Absent: that of the first issue among the facts. */
  readonly category?: IssueCategory;
}

export type RaiseEscalationOutcome =
  | { readonly outcome: 'raised'; readonly escalationId: EscalationId; readonly strengthened: number }
  /** `covering`: the open or deferred escalation that is about it already, or that the same occasion has raised. */
  | {
      readonly outcome: 'nothingNew';
      readonly covering?: EscalationId;
      readonly strengthened: number;
    }
  | Exclude<ForwardOutcome, { outcome: 'forwarded' | 'alreadyForwarded' }>;

/** The one way in for every source. Doing it again for the same source and evidence changes nothing. `strengthened`: open or
 * deferred escalations that gained evidence instead of making a card. A prepared case that lacks something raises nothing.
 * @throws ConflictError when an escalation was changed meanwhile: to be done again. */
export async function raiseEscalation(context: Ports, found: FoundWrong): Promise<RaiseEscalationOutcome> {
  const { store, clock } = context;
  const { programme, prepared, ...subject } = {
    ...found,
    facts: found.facts?.map(maskedFact(found.programme)),
  };
  const known: Escalation[] = [];
  const versions = new Map<string, Parameters<typeof replaceRecord>[3]>();
  for await (const { document, version } of listRecords(store, 'escalation', programme.id)) {
    known.push(document);
    versions.set(document.escalationId, version);
  }
  const category = found.category ?? categoryOf(found.facts);
  const request = { ...subject, ...(category ? { category } : {}), programme, known, now: clock.now() };
  const { raised, covering, strengthened } = decide(request);
  let toStore = raised;
  if (raised && prepared) {
    const forwarded = await straightUp(context, programme, raised, prepared);
    if (forwarded.outcome === 'alreadyForwarded') throw new Error('an escalation is raised with the lead');
    if (forwarded.outcome !== 'forwarded') return forwarded;
    toStore = forwarded.next;
  }
  for (const escalation of strengthened) {
    const version = versions.get(escalation.escalationId);
    if (!version) throw new ConflictError(`escalation ${escalation.escalationId} is gone`);
    await replaceRecord(store, 'escalation', escalation, version);
  }
  const added = { strengthened: strengthened.length };
  if (!toStore) {
    return { outcome: 'nothingNew', ...(covering ? { covering: covering.escalationId } : {}), ...added };
  }
  await ensureRecord(store, 'escalation', toStore);
  return { outcome: 'raised', escalationId: toStore.escalationId, ...added };
}

async function straightUp(
  context: Ports,
  programme: Programme,
  raised: Escalation,
  prepared: NonNullable<FoundWrong['prepared']>,
): Promise<ForwardOutcome> {
  const lead =
    prepared === 'standard'
      ? ('clock' as const)
      : { personId: prepared.by, words: maskedCase(prepared.words, programme) };
  const asking = await askingNow(context, programme, raised);
  const standard = context.wording.standardCase(raised);
  return forwardEscalation(raised, { ...asking, lead, standard });
}

/** What a person wrote is masked, wherever it comes from. */
const maskedFact =
  ({ hospitalNumber }: Programme) =>
  (fact: EscalationFact): EscalationFact =>
    'title' in fact ? { ...fact, title: maskText(fact.title, hospitalNumber).text } : fact;

function categoryOf(facts: readonly EscalationFact[] = []): IssueCategory | undefined {
  return facts.flatMap((fact) => (fact.kind === 'issue' ? [fact.category] : []))[0];
}
