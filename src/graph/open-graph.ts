/** Puts Microsoft Graph together behind the ports of the directory. */

import type { Clock } from '../app/ports/clock';
import type { AppInstaller, Directory } from '../app/ports/directory';
import { GraphClient } from './graph-client';
import { GraphDirectory } from './graph-directory';
import { GraphInstaller } from './graph-installer';
import { GraphLane } from './graph-lane';
import { byClientSecret, byManagedIdentity, GraphToken } from './graph-token';
import { GraphTransport } from './graph-transport';

export interface GraphOptions {
  readonly clock: Clock;
  /** Without a slash at the end, as is `loginUrl`, which names the tenant. */
  readonly baseUrl: string;
  readonly loginUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  /** Absent: the managed identity of the host. */
  readonly password?: string;
  /** The app's id in the organisation's catalogue; absent: the app is installed for nobody. */
  readonly installAppId?: string;
}

export interface Graph {
  readonly directory: Directory;
  readonly installer?: AppInstaller;
  close(): Promise<void>;
}

export function openGraph(options: GraphOptions): Graph {
  const { clock, baseUrl, loginUrl, tenantId, clientId: id, password, installAppId } = options;
  const origins = [baseUrl, loginUrl].map((url) => new URL(url).origin);
  const transport = new GraphTransport(clock, origins);
  const scope = `${baseUrl}/.default`;
  const fetchToken = password
    ? byClientSecret(transport, { id, password, loginUrl, scope })
    : byManagedIdentity(id, scope, clock);
  const token = new GraphToken(fetchToken, clock);
  const client = new GraphClient({ clock, transport, token, lane: new GraphLane(clock), baseUrl });
  return {
    directory: new GraphDirectory(client, tenantId),
    ...(installAppId ? { installer: new GraphInstaller(client, baseUrl, installAppId) } : {}),
    close: () => transport.close(),
  };
}
