/** Who the bot is at Microsoft's sign-in, checked before anything listens: an empty id would accept every post. */

import { z } from 'zod';

export type BotIdentity =
  | {
      readonly type: 'SingleTenant';
      readonly id: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly type: 'UserAssignedMsi'; readonly id: string; readonly tenantId: string };

/** Sign-in services other than Microsoft's: a loopback Teams publishes its own. */
export interface SignInEndpoints {
  readonly openIdMetadataUrl: string;
  readonly loginUrl: string;
}

const filled = z.string().trim().min(1);
const identity = z.discriminatedUnion('type', [
  z.object({ type: z.literal('SingleTenant'), id: filled, tenantId: filled, password: filled }),
  z.object({ type: z.literal('UserAssignedMsi'), id: filled, tenantId: filled }),
]);

/** @throws Error naming what is missing or unknown, never its value. */
export function checkedIdentity(bot: BotIdentity): BotIdentity {
  const result = identity.safeParse(bot);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`the bot's identity is refused: ${fields}`);
}
