/** The words of setting a pulse up in chat: its steps, what is in the way, who will be asked, and what follows. */

import type { Day, Instant } from '../../domain/instant';
import type { StageName } from '../../domain/programme/stage-name';
import type { PulseStep, WhenAsked } from '../../domain/pulse/change-draft';
import type { OwnQuestionKind } from '../../domain/pulse/draft-questions';
import type { MissingInDraft, WaveInTheWay } from '../../domain/pulse/missing-in-draft';
import type { GateWarning } from '../../domain/pulse/pulse-preview';
import type { QuestionKind } from '../../domain/pulse/question';
import type { Format } from '../format';

const titles: Record<StageName, string> = {
  discover: 'Confidence in the plan',
  design: 'Confidence in the design',
  build: 'Confidence in the new system',
  test: 'Confidence in the new system',
  train: 'Ready for go-live',
  'go-live': 'Ready for go-live',
  stabilise: 'Working with the new system',
  optimise: 'Working with the new system',
};

const steps: Record<PulseStep, string> = {
  questions: 'What do you want to ask?',
  own: 'In your own words',
  audience: 'Who is asked?',
  leaveOut: 'Who is left out, and why?',
  when: 'When is it asked?',
  day: 'On which day?',
  repeat: 'How often?',
};

const stepNames: Record<PulseStep, string> = {
  questions: 'Questions',
  own: 'Own words',
  audience: 'Who is asked',
  leaveOut: 'Left out',
  when: 'When',
  day: 'The day',
  repeat: 'How often',
};

const kinds: Partial<Record<QuestionKind, string>> = {
  scale: 'a number',
  choice: 'one of several',
  text: 'in their own words',
};

const ownKinds: Record<OwnQuestionKind, string> = {
  confidence: 'How confident: five points',
  agreement: 'I agree or disagree: five points',
  scale: 'A number from 0 to 10',
  text: 'Their own words',
};

const whens: Record<WhenAsked, string> = {
  now: 'Now: as soon as you confirm',
  once: 'Once, on a day and at a time',
  weekly: 'Again and again, every so many weeks',
};

const unheard: Record<GateWarning['because'], string> = {
  chosenByName: 'people chosen by name feed no gate.',
  partlyAsked: 'not all of it is asked.',
  tooSmall: 'it is too small.',
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const notices = {
  outOfDate:
    'This pulse was changed meanwhile. Nothing was saved: what you typed is still here. Save again to put it in its place.',
  notConfirmed: 'We could not confirm that this was saved. What you typed is still here: please save again.',
  tapAgain: 'We could not confirm this: tap again.',
  whyNeeded: 'Say why they are left out: it is shown wherever the results are. Nothing was saved yet.',
  groupNeeded: 'Choose whom to leave out. Nothing was saved yet.',
  tooManyLeftOut:
    'That is more groups than can be left out. Choose those to ask instead. Nothing was saved yet.',
  dayNeeded: 'Choose the day. Nothing was saved yet.',
  numberNeeded: 'Choose from the lists. Nothing was saved yet.',
  incomplete: 'It cannot be confirmed yet. What is in the way is named below.',
  changedMeanwhile: 'This pulse was changed meanwhile. This is how it stands now.',
  previewed: 'That was the preview. Nothing was recorded.',
  discarded: 'The draft is thrown away. Nobody was asked.',
  gone: 'That draft is not there any more: it was thrown away.',
  counting: 'The people are still being counted. Tap “Look again” in a moment.',
};
export type PulseSetupNotice = keyof typeof notices;

export const pulseSetupText = (format: Format) => {
  const day = (on: Day) => format.dayInShort(`${on}T12:00:00.000Z` as Instant);
  const dayAndTime = (at: Instant) => `${format.day(at)}, ${format.time(at)}`;
  const askedAlready = ({ title, opensAt, closesAt }: WaveInTheWay) =>
    opensAt
      ? `“${title}” asks one of these questions, and is planned to be open from ${dayAndTime(opensAt)} to ${dayAndTime(closesAt)}. Ask something else, or at another time`
      : `“${title}” asks one of these questions, and is open until ${dayAndTime(closesAt)}. Ask something else, ask later, or close it first: send “close wave”`;
  const people = (count: number) => format.plural(count, 'person', 'people');
  return {
    summary: 'A pulse, being set up',
    notices,
    steps,
    weekdays,
    ownKinds,
    whens,
    day,
    dayAndTime,
    people,
    askedAlready: (wave: WaveInTheWay) => `${askedAlready(wave)}.`,
    titleFor: (stage: StageName) => titles[stage],
    untitled: 'Pulse without a title',
    savedEachStep: 'Every button saves what is filled in. Nobody is asked before you confirm.',
    threeAreUsual: 'Three questions are usual; at most nine. Ask what you will act on.',
    stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,
    soFar: (count: number) => `${format.plural(count, 'question', 'questions')} so far.`,
    ownSoFar: (texts: readonly string[]) => `In your own words: ${texts.map((one) => `“${one}”`).join(' ')}`,
    ownIntro:
      'Ask what only people here can tell you. Leave out patients and names. A question that is in the bank already is asked as that one, so that figures can be compared.',
    audienceIntro: 'Nothing ticked means everyone. A list of names can be made in the programme’s file only.',
    askedOf: (asked: number, all: number) =>
      asked === all
        ? `Everyone is asked: ${people(all)}.`
        : `${people(asked)} of ${format.count(all)} are asked.`,
    seed: (seed: string) =>
      `Who is in the share is drawn by the seed ${seed}: anybody can draw it again, nobody can choose it.`,
    leftOutLine: (group: string, why: string) => `Left out: ${group}. ${why}`,
    leaveOutIntro:
      'Only whole groups can be left out; what you choose in two lists is those in both. How many they are, and why, is shown wherever the results are. Left as it is here, nobody is.',
    whenIntro:
      'Nobody is written to in their quiet hours. What is due then waits for the next hour that suits.',
    labels: {
      title: 'Title, as staff read it',
      first: 'First question: confidence',
      more: 'And these',
      theme: 'More questions about',
      stage: 'That fit the stage',
      own: (number: number) => `Question ${number} in your own words`,
      ownKind: (number: number) => `How question ${number} is answered`,
      siteGroups: 'Where',
      staffFamilies: 'Which staff',
      share: 'How many of them',
      leftOut: 'Left out: untick to ask them after all',
      outSiteGroup: 'Leave out: where',
      outStaffFamily: 'Leave out: which staff',
      outCohort: 'Leave out: which phase',
      why: 'Why are they left out?',
      when: 'When',
      openForDays: 'How long it stays open',
      on: 'On',
      at: 'At',
      everyWeeks: 'Every',
      weekday: 'On',
      from: 'For the first time on or after',
      until: 'For the last time',
      untilDay: 'The last day, if you chose one',
    },
    choose: 'Choose',
    suggested: 'What most often gets in the way',
    ownPulses: 'What our other pulses ask',
    group: (name: string, count: number) => `${name} (${format.count(count)})`,
    allSites: 'Everywhere',
    allStaff: 'All staff',
    allCohorts: 'Every phase',
    everybody: 'Everyone',
    shareOf: (share: number) => `${format.percent(share)}, drawn at random`,
    everyWeeks: (weeks: number) => (weeks === 1 ? 'week' : `${weeks} weeks`),
    days: (count: number) => format.plural(count, 'day', 'days'),
    noEnd: 'No last day',
    untilStage: (stage: StageName, startsOn: Day) => `Before ${stage} begins (${day(startsOn)})`,
    untilDay: 'On the day below',
    next: 'Save and go on',
    back: 'Back',
    overview: 'See it all',
    showThese: 'Show these questions',
    writeOwn: 'My own words',
    count: 'Count them',
    leaveOut: 'Leave a group out',
    leaveOutMore: 'Leave out more',

    previewTitle: (title: string) => `Pulse: ${title}`,
    parts: {
      questions: 'What is asked',
      audience: 'Who is asked',
      heard: 'Who could be heard',
      gates: 'Gates',
      when: 'When',
    },
    questionLine: (number: number, question: string) => `${number}. ${question}`,
    /** The two usual ways to answer go without saying. */
    asked: (question: string, kind: QuestionKind) =>
      kinds[kind] === undefined ? question : `${question} (${kinds[kind]})`,
    invited: (count: number) => `${people(count)} are asked.`,
    groups: (named: readonly string[]) => `${format.list(named)}.`,
    notWritten: (count: number) =>
      `Of those asked, ${format.count(count)} get no message, and count in the results as not heard.`,
    notWrittenFew:
      'Whoever chose not to be asked, has had two messages this week, or is asked by another pulse within 14 days gets no message, and counts in the results as not heard.',
    heard: (groups: number, minimum: number) =>
      `The result can speak of ${format.plural(groups, 'group', 'groups')}, wherever at least ${minimum} answer.`,
    tooSmall: (group: string, count: number) => `Too few to be heard: ${group}, ${people(count)}.`,
    heardWith: (group: string, count: number, together: string) =>
      `${group} (${format.count(count)}) is heard only together, as ${together}.`,
    moreGroups: (count: number) => `And ${format.plural(count, 'more group', 'more groups')}.`,
    feedsNoGate: (pulseId: string) =>
      `No gate is judged by this pulse. Once it is confirmed, a gate in the programme’s file may name it: ${pulseId}.`,
    gatesHeard: (gates: readonly string[]) => `It is heard by ${format.list(gates)}.`,
    unheard: (
      one: {
        readonly gate: string;
        readonly decidesOn: Day;
        readonly group: string;
        readonly people: number;
      },
      because: GateWarning['because'],
    ) =>
      `${one.gate}, decided on ${day(one.decidesOn)}, would not hear ${one.group || 'everyone'} (${people(one.people)}): ${unheard[because]}`,
    inTheWayTitle: 'In the way',
    ready: 'Nothing is in the way.',
    missing: (one: MissingInDraft): string => {
      switch (one.part) {
        case 'title':
          return 'It has no title.';
        case 'confidenceFirst':
          return 'Its first question is to be one of confidence.';
        case 'tooManyQuestions':
          return `It asks ${one.count} questions: at most ${one.most}.`;
        case 'unknownGroup':
          return `The programme’s file no longer names the group ${one.id}.`;
        case 'nobodyToAsk':
          return 'There is nobody to ask.';
        case 'askedAlready':
          return `${askedAlready(one)}.`;
        case 'nobodyWrittenTo':
          return 'Nobody would get a message: another pulse asks them within 14 days, they chose not to be asked, or have had two messages this week. Ask others, or ask later.';
        case 'noRunToCome':
          return 'That time has passed, or its last day comes before its first.';
      }
    },
    mendIt: 'Change it',
    changeTitle: 'To change something',
    change: (step: PulseStep) => stepNames[step],
    confirmNow: (count: number) => `Confirm: ask ${people(count)} now`,
    confirmLater: 'Confirm',
    previewToMe: 'Preview to me',
    lookAgain: 'Look again',
    discard: 'Throw the draft away',
    discardMeans: 'What you filled in is gone then. Nobody was asked.',
    confirmDiscard: 'Yes, throw it away',
    opensNow: 'As soon as you confirm.',
    openFor: (days: number, closesAt: Instant) =>
      `Open for ${format.plural(days, 'day', 'days')}, until ${dayAndTime(closesAt)}.`,
    openForDays: (days: number) => `Open for ${format.plural(days, 'day', 'days')}.`,
    quietHours:
      'Nobody is written to in their quiet hours, or on a day that the programme leaves out. Two reminders at most.',
    sending: (first: Instant, last: Instant) =>
      dayAndTime(first) === dayAndTime(last)
        ? `Messages go out on ${dayAndTime(first)}.`
        : `Messages go out from ${dayAndTime(first)}; the last by ${format.day(first) === format.day(last) ? format.time(last) : dayAndTime(last)}.`,
    closesBeforeNext: 'A wave closes before the next one opens: it is open for a little less than that.',
    oftenerThanBudget:
      'One pulse in 14 days is what anybody gets: of runs that come sooner, each reaches only those whom the last did not.',

    preview: 'This is a preview: nothing is recorded.',
    backToSetup: 'Back to setting it up',

    confirmedSummary: 'A pulse, confirmed',
    opened: (count: number) => `It is open: ${people(count)} are asked from now on.`,
    openUntil: (closesAt: Instant) => `It closes on ${dayAndTime(closesAt)}; then you get the result.`,
    planned: 'It is planned.',
    noRun: 'It is confirmed, and has no run to come.',
    whatNext: 'What happens next',
    progress: 'To see how far it is, send “campaign status”.',
    plannedNext: 'You do not have to do anything. Should a run not happen, you are told why.',
    progressLater: 'Once it has opened, “campaign status” shows how far it is.',
    showProgress: 'Show how far it is',
    itsId: (pulseId: string) => `On the command line and in the programme’s file it is ${pulseId}.`,
    againLater: 'To ask the same again, send “pulses”.',
    pulses: 'To see its next and its last run, or to undo it (“Retire”), send “pulses”.',
    undoOpened:
      'To stop it: “campaign status”, then “Stop sending”. Whoever has the card already keeps it; “close wave” ends it.',
    confirming:
      'It is confirmed and is being opened; should that fail, you are told why. To see how far it is, send “campaign status”.',

    startSummary: 'Setting up a pulse',
    startTitle: 'Set up a pulse',
    whichProgramme: 'You lead more than one programme. For which one?',
    drafts: 'Begun, and not confirmed',
    draftLine: (title: string, questions: number) =>
      `${title} (${format.plural(questions, 'question', 'questions')})`,
    goOn: 'Go on',
    discardShort: 'Throw away',
    startNew: 'Start a new one',
    moreDrafts: (count: number) => `And ${format.count(count)} more.`,
  };
};
