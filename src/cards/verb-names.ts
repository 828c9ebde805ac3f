/** The strings that buttons carry and handlers answer to: each is written here and nowhere else. */

export const verbNames = {
  pulseAnswer: 'pulse-answer',
  pulseChange: 'pulse-change',
  pulseComment: 'pulse-comment',
  askingStop: 'asking-stop',
  askingResume: 'asking-resume',
  waveClose: 'wave-close',
  commentsShow: 'comments-show',
  commentRelease: 'comment-release',
  commentKeepBack: 'comment-keep-back',
  escalationForward: 'escalation-forward',
  escalationDecide: 'escalation-decide',
  escalationDelegate: 'escalation-delegate',
  bankShow: 'bank-show',
  gateDecide: 'gate-decide',
  gateDecideChange: 'gate-decide-change',
  gateStateEvidence: 'gate-state-evidence',
  gateStateSafety: 'gate-state-safety',
  gateAssure: 'gate-assure',
  gateShow: 'gate-show',
  deskOpen: 'desk-open',
  deskList: 'desk-list',
  issuesShow: 'issues-show',
  issueTriageShow: 'issue-triage-show',
  issueTriageFix: 'issue-triage-fix',
  issueTriageAsk: 'issue-triage-ask',
  issueTriageMerge: 'issue-triage-merge',
  issueTriageEscalate: 'issue-triage-escalate',
  issueTriageMark: 'issue-triage-mark',
  issueTriageNotNow: 'issue-triage-not-now',
  issueFixDone: 'issue-fix-done',
  issueFixLater: 'issue-fix-later',
  cardRefresh: 'card-refresh',
} as const;

/** Carried by every action, so that an old card in a chat can be told from a new one. */
export const cardVersion = 1;
