/** What the edge takes from a posted activity: the fields it uses, checked, and nothing else. */

import { z } from 'zod';

const id = z.string().min(1).max(1_000);
const account = z.object({ id, aadObjectId: z.string().min(1).max(100).optional() });

export const incomingActivity = z.object({
  type: z.string().min(1).max(100),
  id: id.optional(),
  // Another channel is authenticated by other keys; Soundings lives in Teams alone.
  channelId: z.literal('msteams'),
  // The token names the service URL it is good for; without one in the activity the SDK would not compare them.
  serviceUrl: z.string().min(1).max(1_000),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    tenantId: z.string().max(100).optional(),
    conversationType: z.string().max(100).optional(),
  }),
  channelData: z
    .object({ tenant: z.object({ id: z.string().max(100).optional() }).nullish() })
    .nullish()
    .catch(null),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: id.optional(),
  membersAdded: z.array(account).max(1_000).optional(),
});

export type IncomingActivity = z.infer<typeof incomingActivity>;

export function isExecute(activity: { readonly type: string; readonly name?: string | undefined }): boolean {
  return activity.type === 'invoke' && activity.name === 'adaptiveCard/action';
}
