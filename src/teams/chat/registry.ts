/** Everything a person can type, in the order in which it is tried, and what greets them. */

import { programmesOf } from '../../app/people/programmes-of';
import type { Chat } from '../chat-command';
import { draftOf } from '../verbs/issue-draft-fields';
import { startReply } from '../verbs/raise-reply';
import { askAgainCommand, stopAskingCommand } from './asking.command';
import { askingTimeCommand } from './asking-time.command';
import { assistCommand } from './assist.command';
import { awayCommand, backCommand } from './away.command';
import { campaignsCommand } from './campaigns.command';
import { linkChannelCommand, unlinkChannelCommand } from './channel.command';
import { closeWaveCommand } from './close-wave.command';
import { commentsCommand } from './comments.command';
import { decisionsCommand } from './decisions.command';
import { gateCommand, gatesCommand } from './gates.command';
import { hazardsCommand, waitingHazardMessages } from './hazards.command';
import { helpCommand, helpReply, notUnderstood } from './help.command';
import { issuesCommand, triageCommand } from './issues.command';
import { loopTimeCommand } from './loop-time.command';
import { newPulseCommand } from './new-pulse.command';
import { privacyCommand } from './privacy.command';
import { openPulseMessages, pulseCommand, pulsesCommand } from './pulse.command';
import { questionBankCommand } from './question-bank.command';
import { myIssuesCommand, raiseCommand } from './raising.command';
import { resultsCommand } from './results.command';
import { newReviewCommand, reviewsCommand, staleDecisionsCommand } from './reviews.command';
import { waitingMessages, whatWaitsCommand } from './what-waits.command';

export const chat: Chat = {
  commands: [
    helpCommand,
    pulseCommand,
    pulsesCommand,
    raiseCommand,
    myIssuesCommand,
    privacyCommand,
    assistCommand,
    stopAskingCommand,
    askAgainCommand,
    askingTimeCommand,
    closeWaveCommand,
    campaignsCommand,
    resultsCommand,
    commentsCommand,
    decisionsCommand,
    whatWaitsCommand,
    awayCommand,
    backCommand,
    gateCommand,
    gatesCommand,
    questionBankCommand,
    hazardsCommand,
    issuesCommand,
    loopTimeCommand,
    triageCommand,
    newPulseCommand,
    newReviewCommand,
    reviewsCommand,
    staleDecisionsCommand,
  ],
  channelCommands: [linkChannelCommand, unlinkChannelCommand],
  fallback: notUnderstood,
  /** What is waiting for this person; where nothing is, what the bot is for. */
  async onInstalled(edge, actor) {
    const own = await programmesOf(edge.app, actor);
    const waiting = [
      ...(await waitingHazardMessages(edge, actor, own)),
      ...(await openPulseMessages(edge, actor, own)),
      ...(await waitingMessages(edge, actor, own)),
    ];
    return waiting.length > 0 ? waiting : [helpReply(edge, actor, own)];
  },
  onMessageAction: (edge, actor, words) =>
    startReply(edge, actor, {
      draft: draftOf({ text: words }, edge.app.newId),
      from: words ? 'message' : 'card',
    }),
};
