/** Who may lend their device to people without Teams, and to whom. */

import type { Champion, Programme } from '../programme/programme';

export function championOf({ champions = [] }: Programme, aadObjectId: string): Champion | undefined {
  const wanted = aadObjectId.toLowerCase();
  return champions.find((champion) => champion.aadObjectId.toLowerCase() === wanted);
}

/** A champion without sites may assist people of every site. */
export function mayAssist({ sites }: Champion, site: string): boolean {
  return sites?.includes(site) ?? true;
}
