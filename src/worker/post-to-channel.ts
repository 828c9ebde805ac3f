/** Posts what came of a published issue in the programme's channel, where one is linked. */

import type { AppContext } from '../app/context';
import type { IntentHandler } from '../app/intent-handler';
import { readIssue } from '../app/issue/concerns';
import type { Message } from '../app/ports/messenger';
import { currentProgramme } from '../app/programme/current-programme';
import { changeRecord, readRecord } from '../app/records';
import { issuePostedCard } from '../cards/issue-posted.card';
import { messageOf } from '../cards/messages/message';
import type { Issue } from '../domain/issue/issue';
import type { Programme } from '../domain/programme/programme';
import type { CampaignParts } from './campaign-parts';

/** Later failures of the network are no reason to post old news. */
const mostRequests = 12;

/** Each answer once, but for a crash between Teams' acceptance and its record. A channel that cannot be posted to is passed
 * over: nobody waits for it. */
export function postToChannel(parts: Pick<CampaignParts, 'sender'>): IntentHandler {
  return {
    kind: 'post-to-channel',
    // It waits for Teams: short work is not kept from its places.
    isLong: true,
    async carryOut(context, { document, intent, signal }) {
      if (document.type !== 'issue') throw new TypeError('only of an issue something is posted');
      const { programmeId } = document;
      const number = Number(intent.data?.number);
      const [programme, issue, channel] = await Promise.all([
        currentProgramme(context, programmeId),
        readIssue(context, document),
        readRecord(context.store, 'channel', programmeId, 'channel'),
      ]);
      const message =
        programme && issue && (issue.postedToChannel ?? 0) < number
          ? messageFor(programme, issue, number)
          : undefined;
      if (!message || !channel) return;
      const { conversationId, serviceUrl } = channel.document;
      const result = await parts.sender.postTo(
        { conversationId, serviceUrl },
        {
          turn: { lane: intent.lane, campaignId: 'channel', personId: conversationId },
          message: async () => message,
          mostRequests,
          rest: (wait) => wait(),
          signal,
        },
      );
      if (result.status !== 'delivered') context.log.warn('channel.notPosted', { status: result.status });
      await markPosted(context, issue, number);
    },
  };
}

function messageFor(programme: Programme, issue: Issue, number: number): Message | undefined {
  const answer = issue.answers[number - 1];
  const { publishedTitle: title } = issue;
  if (!answer || title === undefined) return undefined;
  const { isSynthetic, timeZone } = programme;
  return messageOf(issuePostedCard, { programme, title, answer }, { isSynthetic, timeZone });
}

async function markPosted(
  { store }: AppContext,
  issue: Pick<Issue, 'programmeId' | 'issueId'> | undefined,
  number: number,
): Promise<void> {
  if (!issue) return;
  await changeRecord(store, 'issue', issue.programmeId, issue.issueId, (current) =>
    (current.postedToChannel ?? 0) >= number
      ? { outcome: 'known' }
      : { outcome: 'noted', next: { ...current, postedToChannel: number } },
  );
}
