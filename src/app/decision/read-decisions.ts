/** The decision log as its readers see it: newest first, with names and with what became of each decision. */

import { type DecisionLogEntry, isOnEscalation } from '../../domain/decision/decision';
import { replacedBy } from '../../domain/decision/replaced-by';
import { supersedingRoles } from '../../domain/escalation/supersede-decision';
import { roles as allRoles, type Programme, type Role } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { type Names, namesIn } from '../people/person-names';
import { holdersOf } from '../people/role-holders';
import { listRecords } from '../records';
import { loggedContentOf } from './logged-content';

export interface ReadDecision {
  readonly entry: DecisionLogEntry;
  readonly decidedByName?: string;
  readonly replacedBy?: number;
  readonly replaces?: number;
  readonly mayDecideAgain: boolean;
}

export interface DecisionPage {
  readonly listed: readonly ReadDecision[];
  readonly total: number;
  /** The number before which the next page goes on; 0 leads back to the newest; absent where there is one page only. */
  readonly nextBefore?: number;
}

const pageSize = 6;

/** @param before the entry's number before which the page begins; absent or 0 for the newest. */
export async function readDecisions(
  context: Pick<AppContext, 'store' | 'keys'>,
  programme: Programme,
  reader: { readonly roles: readonly Role[] },
  before = 0,
): Promise<DecisionPage> {
  const [entries, names] = await Promise.all([readLog(context, programme), namesBehind(context, programme)]);
  const newestFirst = entries.filter(({ seq }) => before === 0 || seq < before).reverse();
  const page = newestFirst.slice(0, pageSize);
  const replaced = replacedBy(entries);
  const isEntitled = reader.roles.some((role) => supersedingRoles.includes(role));
  const listed = page.map((entry): ReadDecision => {
    const by = replaced.get(entry.decisionId)?.seq;
    const replaces = entries.find(({ decisionId }) => replaced.get(decisionId)?.seq === entry.seq)?.seq;
    const name = names[entry.decidedBy];
    return {
      entry,
      ...(name ? { decidedByName: name } : {}),
      ...(by === undefined ? {} : { replacedBy: by }),
      ...(replaces === undefined ? {} : { replaces }),
      mayDecideAgain: isEntitled && by === undefined && isOnEscalation(entry) && entry.kind !== 'defer',
    };
  });
  const last = page.at(-1);
  const hasMore = newestFirst.length > page.length;
  return {
    listed,
    total: entries.length,
    ...(hasMore && last ? { nextBefore: last.seq } : before > 0 ? { nextBefore: 0 } : {}),
  };
}

/** Oldest first. */
export async function readLog(
  { store }: Pick<AppContext, 'store'>,
  programme: Pick<Programme, 'id'>,
): Promise<readonly DecisionLogEntry[]> {
  const entries: DecisionLogEntry[] = [];
  for await (const { document } of listRecords(store, 'decision', programme.id)) {
    entries.push(loggedContentOf(document));
  }
  return entries;
}

/** As they were called when they decided, else as the programme names them now; nobody who was erased. */
export async function namesBehind(
  context: Pick<AppContext, 'store' | 'keys'>,
  programme: Programme,
): Promise<Names> {
  const held = holdersOf(context.keys, programme, allRoles);
  return {
    ...Object.fromEntries(held.map(({ personId, displayName }) => [personId, displayName])),
    ...(await namesIn(context, programme.id)),
  };
}
