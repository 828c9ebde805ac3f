/** Which connector operation a method and a path name. */

export type ConnectorRoute =
  | 'create'
  | 'post'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'pagedMembers'
  | 'member';

export interface RoutedRequest {
  readonly route: ConnectorRoute;
  readonly conversationId: string;
  /** The activity, or the member for the route `member`. */
  readonly itemId: string;
}

const activityRoutes: Readonly<Record<string, ConnectorRoute>> = {
  POST: 'reply',
  PUT: 'update',
  DELETE: 'delete',
};

/** Finds the operation; undefined when Teams has no such route. */
export function routeConnectorRequest(method: string, path: string): RoutedRequest | undefined {
  const [version, conversations, conversation, collection, item, ...rest] = path.split('/').filter(Boolean);
  if (version !== 'v3' || conversations !== 'conversations' || rest.length > 0) return undefined;
  const conversationId = decodeURIComponent(conversation ?? '');
  const itemId = decodeURIComponent(item ?? '');
  const route = routeOf(method, conversationId, collection, itemId);
  return route === undefined ? undefined : { route, conversationId, itemId };
}

function routeOf(
  method: string,
  conversationId: string,
  collection: string | undefined,
  itemId: string,
): ConnectorRoute | undefined {
  if (conversationId === '') return method === 'POST' ? 'create' : undefined;
  if (collection === 'activities') {
    if (itemId === '') return method === 'POST' ? 'post' : undefined;
    return activityRoutes[method];
  }
  if (method !== 'GET') return undefined;
  if (collection === 'members') return itemId === '' ? 'members' : 'member';
  return collection === 'pagedmembers' ? 'pagedMembers' : undefined;
}
