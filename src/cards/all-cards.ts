/** Every card there is, for the tests that walk them and for the gallery. */

import { absenceCard } from './absence.card';
import { askingResumedCard } from './asking-resumed.card';
import { askingStoppedCard } from './asking-stopped.card';
import { askingTimeCard } from './asking-time.card';
import { assistQuestionCard } from './assist-question.card';
import { assistRecordedCard } from './assist-recorded.card';
import { assistStartCard } from './assist-start.card';
import { ballotCard } from './ballot.card';
import { ballotClosedCard } from './ballot-closed.card';
import { ballotListCard } from './ballot-list.card';
import { ballotRecordedCard } from './ballot-recorded.card';
import { ballotUnsafeCard } from './ballot-unsafe.card';
import { campaignCancelCard } from './campaign-cancel.card';
import { campaignStandingCard } from './campaign-standing.card';
import { commentsReadCard } from './comments-read.card';
import { commentsReviewCard } from './comments-review.card';
import { decisionListCard } from './decision-list.card';
import { decisionToldCard } from './decision-told.card';
import { deskListCard } from './desk-list.card';
import { escalationCopyCard } from './escalation-copy.card';
import { escalationDecidedCard } from './escalation-decided.card';
import { escalationDecisionCard } from './escalation-decision.card';
import { escalationMoreCard } from './escalation-more.card';
import { escalationPreparationCard } from './escalation-preparation.card';
import { gateChangeCard } from './gate-change.card';
import { gateDecisionCard } from './gate-decision.card';
import { gateListCard } from './gate-list.card';
import { gateStandingCard } from './gate-standing.card';
import { hazardCard } from './hazard.card';
import { hazardListCard } from './hazard-list.card';
import { helpCard } from './help.card';
import { issueExitCard } from './issue-exit.card';
import { issueFixCard } from './issue-fix.card';
import { issueListCard } from './issue-list.card';
import { issuePostedCard } from './issue-posted.card';
import { issueProgrammesCard } from './issue-programmes.card';
import { issuePublishedCard } from './issue-published.card';
import { issueQuestionCard } from './issue-question.card';
import { issueRaiseCard } from './issue-raise.card';
import { issueRaisedCard } from './issue-raised.card';
import { issueRoutesCard } from './issue-routes.card';
import { issueToldCard } from './issue-told.card';
import { issueTriageCard } from './issue-triage.card';
import { issueUnconfirmedCard } from './issue-unconfirmed.card';
import { issueUnsentCard } from './issue-unsent.card';
import { loopTimeCard } from './loop-time.card';
import { myIssuesCard } from './my-issues.card';
import { noticeCard } from './notice.card';
import { privacyCard } from './privacy.card';
import { pulseClosedCard } from './pulse-closed.card';
import { pulseConfirmedCard } from './pulse-confirmed.card';
import { pulseListCard } from './pulse-list.card';
import { pulseLookCard } from './pulse-look.card';
import { pulseMissedCard } from './pulse-missed.card';
import { pulsePreviewCard } from './pulse-preview.card';
import { pulseQuestionCard } from './pulse-question.card';
import { pulseRecordedCard } from './pulse-recorded.card';
import { pulseSetupCard } from './pulse-setup.card';
import { pulseStartCard } from './pulse-start.card';
import { questionBankCard } from './question-bank.card';
import { reviewDecisionCard } from './review-decision.card';
import { reviewListCard } from './review-list.card';
import { reviewPreviewCard } from './review-preview.card';
import { reviewSetupCard } from './review-setup.card';
import { reviewStandingCard } from './review-standing.card';
import { reviewToldCard } from './review-told.card';
import type { Card, CardFrame, CardType } from './template';
import { waveCorrectionCard } from './wave-correction.card';
import { waveHeardCard } from './wave-heard.card';
import { waveListCard } from './wave-list.card';
import { waveResultCard } from './wave-result.card';

/** A card with its samples, whatever view it takes. */
export interface SampledCard {
  readonly name: string;
  readonly schema: CardType<never>['schema'];
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly name: string;
  readonly view: unknown;
  readonly summary: string;
  /** Of the sample, or of the view made from it by `change`. */
  render(frame: CardFrame, change?: <T>(view: T) => T): Card;
}

function sampled<View>(card: CardType<View>): SampledCard {
  return {
    name: card.name,
    schema: card.schema,
    samples: Object.entries(card.samples).map(([name, view]) => ({
      name,
      view,
      summary: card.summary(view, { timeZone: 'Europe/London' }),
      render: (frame, change) => card.render(change ? change(view) : view, frame),
    })),
  };
}

export const allCards: readonly SampledCard[] = [
  sampled(pulseQuestionCard),
  sampled(pulseRecordedCard),
  sampled(pulseClosedCard),
  sampled(pulseStartCard),
  sampled(pulseSetupCard),
  sampled(pulseLookCard),
  sampled(pulsePreviewCard),
  sampled(pulseConfirmedCard),
  sampled(assistStartCard),
  sampled(assistQuestionCard),
  sampled(assistRecordedCard),
  sampled(ballotCard),
  sampled(ballotRecordedCard),
  sampled(ballotUnsafeCard),
  sampled(ballotListCard),
  sampled(ballotClosedCard),
  sampled(reviewToldCard),
  sampled(privacyCard),
  sampled(askingStoppedCard),
  sampled(askingResumedCard),
  sampled(askingTimeCard),
  sampled(hazardCard),
  sampled(hazardListCard),
  sampled(helpCard),
  sampled(waveHeardCard),
  sampled(decisionToldCard),
  sampled(waveListCard),
  sampled(pulseListCard),
  sampled(pulseMissedCard),
  sampled(campaignStandingCard),
  sampled(campaignCancelCard),
  sampled(waveCorrectionCard),
  sampled(questionBankCard),
  sampled(waveResultCard),
  sampled(commentsReviewCard),
  sampled(commentsReadCard),
  sampled(escalationPreparationCard),
  sampled(escalationDecisionCard),
  sampled(escalationDecidedCard),
  sampled(escalationMoreCard),
  sampled(escalationCopyCard),
  sampled(decisionListCard),
  sampled(gateDecisionCard),
  sampled(gateStandingCard),
  sampled(gateChangeCard),
  sampled(gateListCard),
  sampled(deskListCard),
  sampled(absenceCard),
  sampled(issueListCard),
  sampled(issueTriageCard),
  sampled(issueUnconfirmedCard),
  sampled(issueFixCard),
  sampled(issuePostedCard),
  sampled(issueToldCard),
  sampled(issueQuestionCard),
  sampled(issueRaiseCard),
  sampled(issuePublishedCard),
  sampled(issueProgrammesCard),
  sampled(issueRoutesCard),
  sampled(issueExitCard),
  sampled(issueRaisedCard),
  sampled(issueUnsentCard),
  sampled(myIssuesCard),
  sampled(reviewSetupCard),
  sampled(reviewPreviewCard),
  sampled(reviewStandingCard),
  sampled(reviewDecisionCard),
  sampled(reviewListCard),
  sampled(loopTimeCard),
  sampled(noticeCard),
];
