/** The words of a gate: its verdict, what is stated on it, what was decided, and a change of its terms. */

import type { MissingPart } from '../../domain/gate/decide-gate';
import type { GateDecision } from '../../domain/gate/gate';
import type { CalendarKind } from '../../domain/gate/gate-definition';
import type { Verdict } from '../../domain/gate/verdict';
import type { Day, Instant } from '../../domain/instant';
import type { Format } from '../format';
import { gateCriteriaText } from './gate-criteria';

const verdicts: Record<Verdict, string> = {
  met: 'Met',
  notSureYet: 'Not sure yet',
  notMet: 'Not met',
  notHeardYet: 'Not heard yet',
  tooSmallToShow: 'Too small to show',
};

const calendarKinds: Record<CalendarKind, string> = {
  otherGoLive: 'Other go-live',
  winter: 'Winter',
  industrialAction: 'Industrial action',
  releasedTime: 'Released time for training',
  other: 'Other',
};

const notices: Record<MissingPart | 'outOfDate' | 'notConfirmed', string> = {
  rationale: 'Please say why. Nothing was decided yet.',
  mitigation:
    'The verdict is not “met”: going ahead needs a mitigation, a rollback trigger and who advised you. Nothing was decided yet.',
  rollbackTrigger: 'Please say what would make you go back. Nothing was decided yet.',
  advisedBy: 'Please choose who advised you, somebody other than you. Nothing was decided yet.',
  condition: 'Please write the condition. Nothing was decided yet.',
  conditionOwner: 'Please choose who owns the condition. Nothing was decided yet.',
  conditionDueOn: 'Please choose a day for the condition, today or later. Nothing was decided yet.',
  recheckOn: 'Please choose a day after today to look at it again. Nothing was decided yet.',
  delayUntil: 'Please choose a go-live day later than the present one. Nothing was decided yet.',
  outOfDate: 'The gate has changed since this card was made. Please look again. Nothing was decided yet.',
  notConfirmed: 'We could not confirm this: tap again.',
};

export const gatesText = (format: Format) => {
  const onDay = (day: Day) => format.dayAndYear(`${day}T12:00:00.000Z` as Instant);
  return {
    verdicts,
    summary: (programme: string) => `${programme}: a gate`,
    decisionSummary: (programme: string) => `${programme}: a gate is waiting for your decision`,
    changeSummary: (programme: string) => `${programme}: a change of a frozen gate needs your decision`,
    verdict: (verdict: Verdict) => `Verdict: ${verdicts[verdict].toLowerCase()}`,
    verdictAgreed: (verdict: Verdict) =>
      `Under the criteria as they were frozen: ${verdicts[verdict].toLowerCase()}.`,
    verdictChanged: (verdict: Verdict, by: string, on: Instant, why: string) =>
      `Under the criteria as changed since: ${verdicts[verdict].toLowerCase()}. Accepted by ${by} on ${format.dayAndYear(on)}: ${why}`,
    verdictProposed: (verdict: Verdict) =>
      `Under the change proposed: ${verdicts[verdict].toLowerCase()}. It counts only if the Senior Responsible Owner accepts it.`,
    counts: (counts: readonly { readonly verdict: Verdict; readonly count: number }[]) =>
      `${counts.map(({ verdict, count }) => `${format.count(count)} ${verdicts[verdict].toLowerCase()}`).join(' · ')}.`,
    decidesOn: (day: Day) => `To be decided on ${onDay(day)}.`,
    toBeDecidedBy: (by: Instant) => `To be decided by ${format.dayAndYear(by)}.`,
    goLive: (day: Day, setBy: string, why: string) => `Go-live ${onDay(day)}, set by ${setBy}: ${why}`,
    frozen: (since: Instant) => `Criteria frozen since ${format.date(since)}.`,
    freezes: (on: Instant) => `Criteria can be changed until ${format.date(on)}.`,

    ...gateCriteriaText(format),

    showCalendar: (count: number) => `Show the change calendar (${count})`,
    noCalendar: 'The change calendar is empty.',
    calendarEntry: (kind: CalendarKind, what: string) => `${calendarKinds[kind]}: ${what}`,
    calendarDays: (from: Day, until: Day, isNear: boolean) =>
      `${onDay(from)} to ${onDay(until)}${isNear ? ', in the weeks around the go-live' : ''}.`,
    calendarSetBy: (by: string, why: string) => `Set by ${by}: ${why}`,

    decided: (kind: GateDecision['kind'], until: Day | undefined): string => {
      switch (kind) {
        case 'go':
          return 'Go';
        case 'goWithConditions':
          return 'Go, with conditions';
        case 'delay':
          return until ? `Delay: go-live ${onDay(until)}` : 'Delay';
        case 'stop':
          return 'Stop';
        case 'refer':
          return 'Referred to the board';
        case 'acceptChange':
          return 'Change of the criteria accepted';
        case 'keepCriteria':
          return 'Criteria kept as they were frozen';
      }
    },
    decidedTitle: (decided: string) => `Decided: ${decided}`,
    decidedBy: (name: string, role: string, at: Instant) => `${name}, ${role}, on ${format.dayAndYear(at)}.`,
    againstTitle: (decided: string) => `Decided against the evidence: ${decided}`,
    verdictThen: (verdict: Verdict) => `Verdict at the time: ${verdicts[verdict].toLowerCase()}.`,
    why: (why: string) => `Why: ${why}`,
    mitigation: (text: string) => `Mitigation: ${text}`,
    rollbackTrigger: (text: string) => `Rollback trigger: ${text}`,
    advisedBy: (name: string) => `Advised by ${name}.`,
    condition: (what: string, owner: string, due: Day) => `Condition: ${what} (${owner}, by ${onDay(due)}).`,
    recheck: (on: Day) => `Looked at again on ${onDay(on)}.`,
    formerHolder: 'A former role holder',
    alreadyDecided: 'This was decided before your tap, which changed nothing.',
    asItWas: 'The verdicts below are as they were when it was decided.',
    logEntry: (seq: number) => `Decision log, entry ${format.count(seq)}, head of the chain:`,

    rationaleLabel: 'Why? This goes on record',
    rationaleRequired: 'Please say why.',
    go: 'Go',
    goConfirm: 'Decide: go',
    goMeans: 'The go-live takes place on its day.',
    conditions: 'Go with conditions',
    conditionsConfirm: 'Decide: go with conditions',
    againstNeeds: 'The verdict is not “met”. Going ahead is possible, on record, and needs:',
    mitigationLabel: 'Mitigation: what is done about it',
    mitigationRequired: 'Please write the mitigation.',
    rollbackLabel: 'Rollback trigger: what would make you go back',
    rollbackRequired: 'Please write the rollback trigger.',
    adviserLabel: 'Who advised you',
    adviserRequired: 'Please choose a person.',
    choosePerson: 'Choose a person',
    conditionLabel: 'Condition',
    conditionRequired: 'Please write the condition.',
    ownerLabel: 'Owner of the condition',
    ownerRequired: 'Please choose a person.',
    dueLabel: 'To be done by',
    dueRequired: 'Please choose a day.',
    recheckLabel: 'Look at it again on',
    recheckRequired: 'Please choose a day.',
    delay: 'Delay',
    delayLabel: 'New go-live day',
    delayRequired: 'Please choose a day.',
    delayMeans: 'The gate comes back to you before that day.',
    delayConfirm: 'Decide: delay',
    stop: 'Stop',
    stopMeans: 'This go-live does not take place.',
    stopConfirm: 'Decide: stop',
    refer: 'Refer to board',
    referMeans: 'It stays open. You record here what the board decides.',
    referConfirm: 'Refer to the board',
    personWithRole: (name: string, role: string) => `${name}, ${role}`,
    notices,

    stateEvidence: 'State evidence',
    evidenceWhich: 'Which evidence',
    evidenceRequired: 'Please choose one.',
    isThere: 'It is there',
    isNotThere: 'It is not there',
    isMetLabel: 'Is it there?',
    isMetRequired: 'Please choose one.',
    seenLabel: 'What was seen, and where it can be read',
    seenRequired: 'Please say what was seen.',
    saveStatement: 'Save the statement',
    giveAssurance: 'Record an assurance',
    assuranceWhich: 'Group too small to show',
    assuranceBy: 'Who went and looked (name and post)',
    assuranceByRequired: 'Please name the person.',
    assuranceOn: 'On which day',
    assuranceOnRequired: 'Please choose a day that has been.',
    assuranceSaw: 'What they saw. Write about the service, not about a person',
    saveAssurance: 'Save the assurance',
    stateSafety: 'State the safety case',
    safetyLabel: 'The clinical safety case is',
    accepted: 'Accepted',
    notAccepted: 'Not accepted',
    safetySeen: 'Which version, with which open hazards',
    saved: 'Saved.',
    statementNotices: {
      words: 'Please say what was seen. Nothing was saved.',
      givenBy: 'Please name the person who went and looked. Nothing was saved.',
      seenOn: 'Please choose the day, today or earlier. Nothing was saved.',
      canBeShown: 'This group can be shown now: its own figure counts. Nothing was saved.',
      gateIsOver: 'The gate is decided. Nothing was saved.',
      noSuchCriterion: 'That criterion is not there any more. Nothing was saved.',
      anotherRole: 'That is for another role to state. Nothing was saved.',
      notConfirmed: 'We could not confirm this: tap again.',
    },

    changeHeading: (gate: string) => `Change the frozen criteria of “${gate}”?`,
    changeProposed: (on: Instant) => `Proposed through the programme file on ${format.dayAndYear(on)}.`,
    changeList: 'What would change',
    changeAdded: (criterion: string) => `Added: ${criterion}`,
    changeRemoved: (criterion: string) => `Removed: ${criterion}`,
    changeAltered: (criterion: string, before: string, after: string) => `${criterion}: ${before} → ${after}`,
    changeOther: (criterion: string) => `${criterion}: what it asks`,
    atLeast: (floor: number) => `at least ${format.inHundred(floor)} in 100`,
    changeDecides: (before: Day, after: Day) => `Decided on: ${onDay(before)} → ${onDay(after)}`,
    changeGoLive: (before: Day, after: Day) => `Go-live: ${onDay(before)} → ${onDay(after)}`,
    changeMembers: 'Which sites or staff groups belong to a group',
    bothShown: 'Whatever you decide, both verdicts stay on every card of this gate.',
    acceptChange: 'Accept the change',
    keepCriteria: 'Keep the frozen criteria',

    listTitle: 'Gates',
    none: 'This programme has no gate.',
    nonePrompt: 'Gates are declared in the programme file, under “gates”.',
    listed: (verdict: Verdict, decides: Day) => `${verdicts[verdict]} · decided on ${onDay(decides)}`,
    open: 'Show this gate',
  };
};
