/** Every verb there is: a new button is one new file and one line here. */

import { verbRegistry } from '../verb-registry';
import { askingResumeVerb } from './asking-resume.verb';
import { askingStopVerb } from './asking-stop.verb';
import { askingSuitsVerb } from './asking-suits.verb';
import { askingWhenVerb } from './asking-when.verb';
import { assistAnswerVerb } from './assist-answer.verb';
import { assistAskingVerb } from './assist-asking.verb';
import { assistBeginVerb } from './assist-begin.verb';
import { assistChangeVerb } from './assist-change.verb';
import { assistCommentVerb } from './assist-comment.verb';
import { assistFinishVerb } from './assist-finish.verb';
import { ballotCommentVerb } from './ballot-comment.verb';
import { ballotShowVerb } from './ballot-show.verb';
import { ballotUnsafeVerb } from './ballot-unsafe.verb';
import { ballotVoteVerb } from './ballot-vote.verb';
import { ballotWorksVerb } from './ballot-works.verb';
import { bankShowVerb } from './bank-show.verb';
import { campaignCancelVerb } from './campaign-cancel.verb';
import { campaignsShowVerb } from './campaigns-show.verb';
import { cardRefreshVerb } from './card-refresh.verb';
import { commentKeepBackVerb } from './comment-keep-back.verb';
import { commentReleaseVerb } from './comment-release.verb';
import { commentsShowVerb } from './comments-show.verb';
import { decisionReopenVerb } from './decision-reopen.verb';
import { decisionsShowVerb } from './decisions-show.verb';
import { deskListVerb } from './desk-list.verb';
import { deskOpenVerb } from './desk-open.verb';
import { escalationAcknowledgeVerb } from './escalation-acknowledge.verb';
import { escalationAdviseVerb } from './escalation-advise.verb';
import { escalationAnswerMoreVerb } from './escalation-answer-more.verb';
import { escalationAskMoreVerb } from './escalation-ask-more.verb';
import { escalationDecideVerb } from './escalation-decide.verb';
import { escalationDelegateVerb } from './escalation-delegate.verb';
import { escalationForwardVerb } from './escalation-forward.verb';
import { gateAssureVerb } from './gate-assure.verb';
import { gateDecideVerb } from './gate-decide.verb';
import { gateDecideChangeVerb } from './gate-decide-change.verb';
import { gateShowVerb } from './gate-show.verb';
import { gateStateEvidenceVerb } from './gate-state-evidence.verb';
import { gateStateSafetyVerb } from './gate-state-safety.verb';
import { hazardAcknowledgeVerb } from './hazard-acknowledge.verb';
import { hazardAskVerb } from './hazard-ask.verb';
import { hazardCloseVerb } from './hazard-close.verb';
import { hazardReopenVerb } from './hazard-reopen.verb';
import { hazardShowVerb } from './hazard-show.verb';
import { issueAddWordsVerb } from './issue-add-words.verb';
import { issueFixDoneVerb } from './issue-fix-done.verb';
import { issueFixLaterVerb } from './issue-fix-later.verb';
import { issueHelpedVerb } from './issue-helped.verb';
import { issueMineVerb } from './issue-mine.verb';
import { issueRaiseVerb } from './issue-raise.verb';
import { issueRaiseSendVerb } from './issue-raise-send.verb';
import { issueRaiseSpeakUpVerb } from './issue-raise-speak-up.verb';
import { issueReplyVerb } from './issue-reply.verb';
import { issueSupportVerb } from './issue-support.verb';
import { issueTriageAskVerb } from './issue-triage-ask.verb';
import { issueTriageEscalateVerb } from './issue-triage-escalate.verb';
import { issueTriageFixVerb } from './issue-triage-fix.verb';
import { issueTriageMarkVerb } from './issue-triage-mark.verb';
import { issueTriageMergeVerb } from './issue-triage-merge.verb';
import { issueTriageNotNowVerb } from './issue-triage-not-now.verb';
import { issueTriageShowVerb } from './issue-triage-show.verb';
import { issuesShowVerb } from './issues-show.verb';
import { pulseAnswerVerb } from './pulse-answer.verb';
import { pulseChangeVerb } from './pulse-change.verb';
import { pulseCommentVerb } from './pulse-comment.verb';
import { pulseConfirmVerb } from './pulse-confirm.verb';
import { pulseDiscardVerb } from './pulse-discard.verb';
import { pulseLookVerb } from './pulse-look.verb';
import { pulseOpenVerb } from './pulse-open.verb';
import { pulseRetireVerb } from './pulse-retire.verb';
import { pulseSetupVerb } from './pulse-setup.verb';
import { pulseStartVerb } from './pulse-start.verb';
import { pulseTryVerb } from './pulse-try.verb';
import { pulsesShowVerb } from './pulses-show.verb';
import { reviewActVerb } from './review-act.verb';
import { reviewDecideVerb } from './review-decide.verb';
import { reviewDiscardVerb } from './review-discard.verb';
import { reviewManageVerb } from './review-manage.verb';
import { reviewNewVerb } from './review-new.verb';
import { reviewOpenVerb } from './review-open.verb';
import { reviewSetupVerb } from './review-setup.verb';
import { reviewShowVerb } from './review-show.verb';
import { reviewsShowVerb } from './reviews-show.verb';
import { waveCloseVerb } from './wave-close.verb';
import { waveCorrectVerb } from './wave-correct.verb';
import { waveHeardShowVerb } from './wave-heard-show.verb';

export const verbs = verbRegistry([
  askingResumeVerb,
  askingWhenVerb,
  askingSuitsVerb,
  askingStopVerb,
  assistAnswerVerb,
  assistAskingVerb,
  assistBeginVerb,
  assistChangeVerb,
  assistCommentVerb,
  assistFinishVerb,
  ballotCommentVerb,
  ballotShowVerb,
  ballotUnsafeVerb,
  ballotVoteVerb,
  ballotWorksVerb,
  bankShowVerb,
  campaignCancelVerb,
  campaignsShowVerb,
  cardRefreshVerb,
  commentKeepBackVerb,
  commentReleaseVerb,
  commentsShowVerb,
  deskListVerb,
  deskOpenVerb,
  decisionReopenVerb,
  decisionsShowVerb,
  escalationAcknowledgeVerb,
  escalationAdviseVerb,
  escalationAnswerMoreVerb,
  escalationAskMoreVerb,
  escalationDecideVerb,
  escalationDelegateVerb,
  escalationForwardVerb,
  gateAssureVerb,
  gateDecideVerb,
  gateDecideChangeVerb,
  gateShowVerb,
  gateStateEvidenceVerb,
  gateStateSafetyVerb,
  issueAddWordsVerb,
  issueFixDoneVerb,
  issueFixLaterVerb,
  issueHelpedVerb,
  issueReplyVerb,
  issueTriageAskVerb,
  issueTriageEscalateVerb,
  issueTriageFixVerb,
  issueTriageMarkVerb,
  issueTriageMergeVerb,
  issueTriageNotNowVerb,
  issueTriageShowVerb,
  issuesShowVerb,
  hazardAcknowledgeVerb,
  hazardAskVerb,
  hazardCloseVerb,
  hazardReopenVerb,
  hazardShowVerb,
  issueMineVerb,
  issueRaiseVerb,
  issueRaiseSendVerb,
  issueRaiseSpeakUpVerb,
  issueSupportVerb,
  pulseAnswerVerb,
  pulseChangeVerb,
  pulseCommentVerb,
  pulseConfirmVerb,
  pulseDiscardVerb,
  pulseSetupVerb,
  pulseStartVerb,
  pulseTryVerb,
  pulseLookVerb,
  pulseOpenVerb,
  pulseRetireVerb,
  pulsesShowVerb,
  reviewActVerb,
  reviewDecideVerb,
  reviewDiscardVerb,
  reviewManageVerb,
  reviewNewVerb,
  reviewOpenVerb,
  reviewSetupVerb,
  reviewShowVerb,
  reviewsShowVerb,
  waveCloseVerb,
  waveCorrectVerb,
  waveHeardShowVerb,
]);
