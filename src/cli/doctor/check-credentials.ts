/** Which credentials are present: never their values. */

import type { Config } from '../../config';
import type { Check } from './check';

export function checkCredentials({ bot, graph, serviceKey, store, dataDir }: Config): Check[] {
  return [
    bot
      ? { name: 'bot', status: 'ok', words: `${bot.type}, app ${bot.id} in tenant ${bot.tenantId}` }
      : { name: 'bot', status: 'warning', words: 'no BOT_ID: local use only, posts are not authenticated' },
    serviceKey
      ? { name: 'service key', status: 'ok', words: 'given in SOUNDINGS_KEY' }
      : { name: 'service key', status: 'warning', words: `kept in ${dataDir}: local use only` },
    ...(graph?.installAppId
      ? [
          {
            name: 'Microsoft Graph',
            status: 'ok',
            words: `may install the app ${graph.installAppId} of the catalogue for people, if that is granted`,
          } as const,
        ]
      : []),
    ...(store.kind === 'cosmos'
      ? [
          {
            name: 'store credentials',
            status: 'ok',
            words: store.key ? 'COSMOS_KEY' : 'managed identity',
          } as const,
        ]
      : []),
  ];
}
