/** Everything that waves, escalations, gates, issues and desks may leave to be done. */

import { putOnDeskIntent } from '../desk/put-on-desk';
import type { IntentHandler } from '../intent-handler';
import { absenceOverIntent } from './absence-over.intent';
import { alertSafetyIntent } from './alert-safety.intent';
import { answerIssuesIntent } from './answer-issues.intent';
import { askAgainIntent } from './ask-again.intent';
import { askGateIntent } from './ask-gate.intent';
import { cancelInvitationsIntent } from './cancel-invitations.intent';
import { checkIssuesIntent } from './check-issues.intent';
import { closeWaveIntent } from './close-wave.intent';
import { concludeReviewIntent } from './conclude-review.intent';
import { confirmIssueIntent } from './confirm-issue.intent';
import { eraseAnswersIntent } from './erase-answers.intent';
import { escalateGateIntent } from './escalate-gate.intent';
import { escalateIssueIntent } from './escalate-issue.intent';
import { escalateReviewIntent } from './escalate-review.intent';
import { forgetConcernedIntent } from './forget-concerned.intent';
import { goUpIntent } from './go-up.intent';
import { handOverIntent } from './hand-over.intent';
import { handOverGateIntent } from './hand-over-gate.intent';
import { logDecisionIntent } from './log-decision.intent';
import { mergeConcernsIntent } from './merge-concerns.intent';
import { openBallotsIntent } from './open-ballots.intent';
import { openConfirmedIntent } from './open-confirmed.intent';
import { openScheduledIntent } from './open-scheduled.intent';
import { publishScoresIntent } from './publish-scores.intent';
import { raiseEscalationIntent } from './raise-escalation.intent';
import { releaseWaveIntent } from './release-wave.intent';
import { remind } from './remind.intent';
import {
  askReviewAgainIntent,
  askWorkaroundsIntent,
  noteWorkflowIntent,
  reviewAgainIntent,
  touchWorkflowIntent,
} from './review-again.intent';
import { settleDeskIntent } from './settle-desk.intent';
import { settleGateEscalationIntent } from './settle-gate-escalation.intent';
import { settleReviewEscalationIntent } from './settle-review-escalation.intent';
import { startCampaignIntent } from './start-campaign.intent';
import { watchIssuesIntent } from './watch-issues.intent';

export const intentHandlers: readonly IntentHandler[] = [
  absenceOverIntent,
  alertSafetyIntent,
  answerIssuesIntent,
  askAgainIntent,
  askReviewAgainIntent,
  askWorkaroundsIntent,
  askGateIntent,
  cancelInvitationsIntent,
  checkIssuesIntent,
  closeWaveIntent,
  concludeReviewIntent,
  confirmIssueIntent,
  eraseAnswersIntent,
  escalateGateIntent,
  escalateIssueIntent,
  escalateReviewIntent,
  forgetConcernedIntent,
  goUpIntent,
  handOverGateIntent,
  handOverIntent,
  logDecisionIntent,
  mergeConcernsIntent,
  noteWorkflowIntent,
  openBallotsIntent,
  openConfirmedIntent,
  openScheduledIntent,
  publishScoresIntent,
  putOnDeskIntent,
  raiseEscalationIntent,
  releaseWaveIntent,
  remind,
  reviewAgainIntent,
  settleDeskIntent,
  settleGateEscalationIntent,
  settleReviewEscalationIntent,
  startCampaignIntent,
  touchWorkflowIntent,
  watchIssuesIntent,
];
