/** Which hosts the bot's token may be sent to: whoever receives it can act as the bot. */

/** `teams`: Microsoft's own hosts over https. `loopback`: this machine alone, for local use and tests. */
export type ServiceUrlRule = 'teams' | 'loopback';

const teamsHosts: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);

export const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Exact hosts, no credentials in the address; Microsoft's hosts on their own port only. */
export function isAllowedServiceUrl(rule: ServiceUrlRule, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (rule === 'teams') return url.protocol === 'https:' && url.port === '' && teamsHosts.has(url.hostname);
  return /^https?:$/.test(url.protocol) && loopbackHosts.has(url.hostname);
}
