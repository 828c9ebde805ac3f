/** Every string that people read, in English. */

import { absenceText } from './en/absence';
import { askingText } from './en/asking';
import { askingTimeText } from './en/asking-time';
import { assistText } from './en/assist';
import { audienceText } from './en/audience';
import { ballotsText } from './en/ballots';
import { bankText } from './en/bank';
import { campaignsText } from './en/campaigns';
import { chartsText } from './en/charts';
import { commentsText } from './en/comments';
import { concernedText } from './en/concerned';
import { decisionsText } from './en/decisions';
import { deskText } from './en/desk';
import { escalationCasesText } from './en/escalation-cases';
import { escalationsText } from './en/escalations';
import { frameText } from './en/frame';
import { gatesText } from './en/gates';
import { hazardsText } from './en/hazards';
import { helpText } from './en/help';
import { loopTimeText } from './en/loop-time';
import { noticePerhapsUnsaved, noticeReference, noticeText, noticeUnsaved } from './en/notices';
import { privacyText } from './en/privacy';
import { pulseText } from './en/pulse';
import { pulseSetupText } from './en/pulse-setup';
import { raisingText } from './en/raising';
import { resultsText } from './en/results';
import { reviewDecisionsText } from './en/review-decisions';
import { reviewSetupText } from './en/review-setup';
import { reviewsText } from './en/reviews';
import { roleNames } from './en/roles';
import { schedulesText } from './en/schedules';
import { silenceText } from './en/silence';
import { trendsText } from './en/trends';
import { triageText } from './en/triage';
import { wavesText } from './en/waves';
import type { Format } from './format';

export type English = ReturnType<typeof createEnglish>;

export function createEnglish(format: Format) {
  return {
    format,
    frame: frameText,
    roles: roleNames,
    asking: askingText,
    askingTime: askingTimeText,
    assist: assistText(format),
    audience: audienceText(format),
    ballots: ballotsText(format),
    bank: bankText,
    notices: noticeText,
    noticeReference,
    noticeUnsaved,
    noticePerhapsUnsaved,
    help: helpText,
    privacy: privacyText(format),
    pulse: pulseText(format),
    pulseSetup: pulseSetupText(format),
    waves: wavesText(format),
    raising: raisingText(format),
    results: resultsText(format),
    silence: silenceText(format),
    trends: trendsText(format),
    triage: triageText(format),
    hazards: hazardsText(format),
    campaigns: campaignsText(format),
    charts: chartsText(format),
    comments: commentsText(format),
    concerned: concernedText(format),
    escalations: escalationsText(format),
    decisions: decisionsText(format),
    escalationCases: escalationCasesText(format),
    gates: gatesText(format),
    reviewDecisions: reviewDecisionsText(format),
    reviewSetup: reviewSetupText(format),
    reviews: reviewsText(format),
    schedules: schedulesText(format),
    loopTime: loopTimeText(format),
    desk: deskText(format),
    absence: absenceText(format),
  };
}
