/** What the edge is made of, whichever kind of activity it answers. */

import type { Chat } from './chat-command';
import type { Notices } from './notices';
import type { TeamsMessenger } from './teams-messenger';
import type { EdgeContext } from './verb';
import type { VerbRegistry } from './verb-registry';

export interface EdgeParts {
  readonly edge: EdgeContext;
  readonly verbs: VerbRegistry;
  readonly chat: Chat;
  readonly notices: Notices;
  readonly messenger: Pick<TeamsMessenger, 'postTo'>;
  /** The one tenant that is served. */
  readonly tenantId: string;
}

/** What a person can quote so that their log lines are found: the beginning of the correlation id. */
export function referenceOf(correlationId: string): string {
  return correlationId.slice(0, 8);
}

/** The context of one request: every log line carries its fields. */
export function edgeWith(edge: EdgeContext, fields: Readonly<Record<string, string>>): EdgeContext {
  return { ...edge, app: { ...edge.app, log: edge.app.log.with(fields) } };
}
