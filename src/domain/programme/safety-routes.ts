/** Where a concern about a patient's safety goes, also in a programme whose file does not say. */

import type { Programme, SafetyRoutes } from './programme';

export const defaultAcknowledgeWithinMinutes = 60;

/** What is not declared is absent: the words that stand in for it are the reader's language's. A file from before there
 * was a `safety` section names the incident system and the nurse in charge among its links. */
export function safetyRoutesOf({
  safety,
  links,
}: Pick<Programme, 'safety' | 'links'>): Partial<SafetyRoutes> &
  Pick<SafetyRoutes, 'acknowledgeWithinMinutes'> {
  if (safety) return safety;
  const { incidentReporting, nurseInCharge } = links;
  return {
    acknowledgeWithinMinutes: defaultAcknowledgeWithinMinutes,
    ...(nurseInCharge === undefined ? {} : { callNow: nurseInCharge }),
    ...(incidentReporting === undefined ? {} : { incidentSystem: incidentReporting }),
  };
}
