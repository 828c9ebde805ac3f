/** The open hazards of a programme, without words and names: for whoever keeps the hazard log. */

import type { IssueId, ProgrammeId } from '../../domain/ids';
import type { Day, Instant } from '../../domain/instant';
import type { IssueCategory, IssueEffect } from '../../domain/issue/issue';
import { siteGroupNameOf } from '../../domain/issue/shown-place';
import type { Role } from '../../domain/programme/programme';
import type { AppContext } from '../context';
import { findProgramme } from '../programme/find-programme';
import { listOpenHazards } from './open-hazards';

export interface HazardState {
  readonly issueId: IssueId;
  readonly category: IssueCategory;
  readonly siteGroup: string;
  readonly effect: IssueEffect;
  readonly raisedOn: Day;
  /** How often somebody was alerted. */
  readonly alerts: number;
  readonly acknowledged?: { readonly role: Role; readonly at: Instant };
}

export type ListHazardsOutcome =
  | { readonly outcome: 'noSuchProgramme' }
  | { readonly outcome: 'listed'; readonly hazards: readonly HazardState[] };

export async function listHazards(
  context: Pick<AppContext, 'store'>,
  programmeId: ProgrammeId,
): Promise<ListHazardsOutcome> {
  const programme = await findProgramme(context.store, programmeId);
  if (!programme) return { outcome: 'noSuchProgramme' };
  const open = await listOpenHazards(context, programmeId);
  const hazards = open.map(({ issueId, category, site, effect, raisedOn, hazard }): HazardState => {
    const { alerts, acknowledged } = hazard ?? {};
    return {
      issueId,
      category,
      siteGroup: siteGroupNameOf(programme, site),
      effect,
      raisedOn,
      alerts: alerts?.number ?? 0,
      ...(acknowledged ? { acknowledged: { role: acknowledged.role, at: acknowledged.at } } : {}),
    };
  });
  return { outcome: 'listed', hazards };
}
