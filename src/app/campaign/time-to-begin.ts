/** When a message to a respondent may set out, by the programme's rules and the person's own choice as they are now. */

import type { Delivery } from '../../domain/campaign/campaign';
import type { Instant } from '../../domain/instant';
import type { Programme } from '../../domain/programme/programme';
import { nextTimeToBegin, type SendingRules, sendingRulesOf } from '../../domain/timing/next-time-to-write';
import type { PreferredTime } from '../../domain/timing/sending-policy';
import { siteGroupOf } from '../audience/timing-of';
import type { AppContext } from '../context';
import { personDocumentId } from '../documents';
import { currentProgramme } from '../programme/current-programme';
import { readRecord } from '../records';

/** One set of rules for as long as a programme is remembered. */
const rulesByProgramme = new WeakMap<Programme, SendingRules>();

/** Now, or the first time later at which it may be sent; nothing in it depends on what anybody answered.
 * @throws ThrottledError, UnavailableError */
export async function timeToBegin(
  context: Pick<AppContext, 'store' | 'clock'>,
  delivery: Delivery,
  suits: PreferredTime | undefined,
): Promise<Instant> {
  const now = context.clock.now();
  const programme = await currentProgramme(context, delivery.programmeId);
  if (!programme) return now;
  const rules = rulesFor(programme);
  const { timing = {} } = delivery;
  const siteGroup =
    rules.needsSiteGroup && timing.siteGroup === undefined
      ? await siteGroupNow(context, programme, delivery)
      : timing.siteGroup;
  const person = { ...timing, ...(suits ? { suits } : {}), ...(siteGroup ? { siteGroup } : {}) };
  return nextTimeToBegin(now, person, rules);
}

function rulesFor(programme: Programme): SendingRules {
  const known = rulesByProgramme.get(programme) ?? sendingRulesOf(programme);
  rulesByProgramme.set(programme, known);
  return known;
}

/** Of a delivery that is older than the programme's first day left out for single site groups. */
async function siteGroupNow(
  { store }: Pick<AppContext, 'store'>,
  programme: Programme,
  { personId }: Delivery,
): Promise<string | undefined> {
  const person = await readRecord(store, 'person', programme.id, personDocumentId(personId));
  return person && siteGroupOf(programme, person.document.site);
}
