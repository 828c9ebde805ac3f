/** The words of setting up a design review: its steps, what is missing, and what was decided before. */

import type { Day, Instant } from '../../domain/instant';
import type { MissingPart } from '../../domain/review/missing-parts';
import type {
  ContributorKind,
  OptionAuthor,
  ReviewDecision,
  ReviewKind,
  StaleReason,
  Voting,
} from '../../domain/review/review';
import type { Format } from '../format';

export const authors: Record<OptionAuthor, string> = {
  supplier: 'Supplier',
  subjectExpert: 'Subject expert',
  digitalTeam: 'Digital team',
};

const contributors: Record<ContributorKind, string> = {
  frontline: 'From the frontline',
  digitalTeam: 'From the digital team',
  supplier: 'From the supplier',
};

const kinds: Record<ReviewKind, string> = {
  full: 'Between two to five options',
  confirm: 'As it is, or one change',
};

const voting: Record<Voting, string> = {
  confidential: 'Confidential, by staff group',
  attributed: 'Expert panel: votes shown by name',
};

const staleReasons: Record<StaleReason, string> = {
  newVersion: 'a new version',
  reviewDate: 'the day to look at it again has come',
  otherProgramme: 'a change elsewhere to the same workflow',
  workarounds: 'people work around it',
};

const notices = {
  outOfDate:
    'This review was changed meanwhile. Nothing was saved: what you typed is still here. Save again to put it in its place.',
  notConfirmed: 'We could not confirm that this was saved. What you typed is still here: please save again.',
  notAnAddress: 'An address begins with https://. Nothing was saved yet.',
  notATable: 'Each line of the table is: what | before | after. At most six lines. Nothing was saved yet.',
  notANameForAGroup: 'Each line is: group: name. Nothing was saved yet.',
  notADraft: 'People were asked about this review already. Nothing was changed.',
  openAlready: 'This review is open already.',
  decidedAlready: 'This review is decided. Nothing was changed.',
  nobodyToAsk: 'There is nobody in the staff groups that it affects. Nobody was asked.',
  changedMeanwhile: 'This review was changed meanwhile. This is how it stands now.',
  incomplete: 'It cannot open yet. What is missing is named below.',
};
export type ReviewSetupNotice = keyof typeof notices;

export const reviewSetupText = (format: Format) => {
  const day = (on: Day) => (on ? format.dayInShort(`${on}T12:00:00.000Z` as Instant) : '');
  const stale = (because: StaleReason, since: Day, detail: string) =>
    `To be confirmed since ${day(since)}: ${[staleReasons[because], detail].filter(Boolean).join(', ')}.`;
  return {
    summary: 'A design review, being set up',
    day,
    untitled: 'Design review without a title',
    steps: {
      about: 'What is it about?',
      proposal: 'What is proposed?',
      pictures: 'What can be looked at?',
      people: 'Who worked on the options?',
      byName: 'Who votes by name?',
      decision: 'Who decides, and when?',
    },
    option: (number: number) => `Option ${number}`,
    optionAsItIs: 'Option 1: as it is',
    optionChange: 'Option 2: the change',
    savedEachStep: 'Each step is saved when you go on.',
    labels: {
      workflow: 'Workflow',
      title: 'Title of the review',
      question: 'The question people answer',
      kind: 'What kind of review?',
      voting: 'How do people vote?',
      artefact: 'What is it? For instance: the discharge form',
      version: 'Version',
      link: 'Where to look at it (https://…)',
      imageUrl: (number: number) => `Picture ${number}: address (https://…)`,
      imageText: (number: number) => `Picture ${number}: in words, for who cannot see it`,
      table: 'Or a short table. One line each: what | before | after',
      optionTitle: 'The option in a few words',
      consequence: 'What it means for those who work with it',
      author: 'Whose option is it?',
      authorName: 'Their name',
      affects: 'Which staff groups does it affect?',
      names: (kind: ContributorKind) => `${contributors[kind]}, one name a line`,
      panel: 'The panel, one name a line, as in the people file',
      representatives: 'For a group too small to be shown. One line each: group: name',
      decider: 'Who decides?',
      closesOn: 'Last day to vote',
      reviewAgainOn: 'Look at it again on',
    },
    intros: {
      noWorkflows:
        'The programme’s file names no workflow yet. Add “workflows:” to it, and apply it; then go on here.',
      pictures: 'Up to three pictures, or a short table, or neither.',
      people:
        'A review opens when somebody from the frontline, and somebody from the digital team or the supplier, has worked on it.',
      byNameConfidential:
        'Nobody needs to be named. Whoever is named here votes with their name on it, and is told so before.',
      byNameAttributed: 'Everybody named here is told before voting that names are shown.',
    },
    authors,
    contributors,
    kinds,
    voting,
    choose: 'Choose',
    notices,
    notFound: (names: readonly string[]) =>
      `Not found, or more than one of that name: ${names.join('; ')}. Nothing was saved yet.`,
    next: 'Save and go on',
    back: 'Save and go back',
    overview: 'Save and see it all',
    discard: 'Throw the draft away',
    discardMeans: 'What was filled in is gone then. Nobody was asked.',
    confirmDiscard: 'Yes, throw it away',
    addOption: 'Save and add an option',
    removeOption: 'Take this option out',
    previewTitle: (title: string) => `Design review: ${title}`,
    preview: 'As it will be asked',
    before: 'Decided before about this workflow',
    nothingBefore: 'Nothing was decided before about this workflow.',
    decidedBefore: (
      before: {
        readonly programmeName?: string;
        readonly title: string;
        readonly on: Day;
        readonly standing: string;
      },
      what: string,
    ) =>
      `${before.programmeName ? `${before.programmeName}: ` : ''}${before.title}. ${what}, ${day(before.on)}. ${before.standing}`,
    standings: {
      stands: 'It stands.',
      toBeConfirmed: 'It is to be confirmed.',
      replaced: 'Another decision took its place.',
    },
    stale,
    missingTitle: 'Still missing',
    nothingMissing: 'Nothing is missing: it can open.',
    missing: (one: MissingPart): string => {
      switch (one.part) {
        case 'optionCount':
          return `Two to five options, or two where it is to be confirmed: there ${one.count === 1 ? 'is 1' : `are ${one.count}`}`;
        case 'optionTitle':
          return `Option ${one.option}: its title`;
        case 'consequence':
          return `Option ${one.option}${one.title ? `, ${one.title}` : ''}: its consequence`;
        case 'author':
          return `Option ${one.option}${one.title ? `, ${one.title}` : ''}: whose it is, with their name`;
        case 'affectedGroups':
          return `Option ${one.option}${one.title ? `, ${one.title}` : ''}: the staff groups it affects`;
        case 'unknownStaffGroup':
          return `Option ${one.option}${one.title ? `, ${one.title}` : ''}: a staff group that the programme does not know`;
        default:
          return single[one.part];
      }
    },
    addIt: 'Add it',
    change: (step: string) => `${step.charAt(0).toUpperCase()}${step.slice(1)}`,
    changeTitle: 'To change something',
    stepNames: {
      about: 'question',
      proposal: 'proposal',
      pictures: 'pictures',
      people: 'who worked on it',
      byName: 'votes by name',
      decision: 'decision and dates',
    },
    optionName: (number: number) => `option ${number}`,
    open: 'Open it: ask people now',
    willClose: (closesOn: Day) => `Votes until ${day(closesOn)}.`,
    willBeLookedAt: (on: Day) => `Looked at again on ${day(on)}.`,
    decides: (role: string) => `Decided by the ${role}.`,
    optionLine: (number: number, title: string, consequence: string) =>
      `${number}. ${title || '…'}: ${consequence || '…'}`,
    optionOf: (author: OptionAuthor, name: string, groups: readonly string[]) =>
      `From ${name || '…'} (${authors[author].toLowerCase()}). Affects ${groups.join(', ') || '…'}.`,
    picture: (words: string) => `Picture: ${words || '…'}`,
    tableRow: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
    proposal: (artefact: string, version: string) => `${artefact || '…'}, version ${version || '…'}.`,
    namedVotes: (names: readonly string[]) => `By name: ${names.join('; ')}.`,
    decided: (kind: ReviewDecision['kind'], option: string | undefined) =>
      ({
        approve: option ? `Decided: ${option}` : 'Decided',
        reject: 'Rejected: none of the options',
        defer: 'Deferred',
      })[kind],
  };
};

type Single = Exclude<
  MissingPart['part'],
  'optionCount' | 'optionTitle' | 'consequence' | 'author' | 'affectedGroups' | 'unknownStaffGroup'
>;

const single: Record<Single, string> = {
  title: 'A title',
  question: 'The question',
  workflow: 'The workflow, one that the programme’s file names',
  artefact: 'What is proposed',
  version: 'Its version',
  decider: 'Somebody who holds the role that decides',
  closesOn: 'The last day to vote, after today',
  reviewAgainOn: 'The day to look at it again, after the last day to vote',
  frontlineContributor: 'Somebody from the frontline who worked on it',
  digitalOrSupplierContributor: 'Somebody from the digital team or the supplier who worked on it',
  panel: 'The panel: who votes by name',
  lessToLookAt: 'Less to look at: at most three pictures, or at most six lines of a table, not both',
  alternativeText: 'Words for each picture, for who cannot see it',
};
