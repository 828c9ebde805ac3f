/** What the bot understands, in the words people type. */

interface Command {
  readonly words: string;
  readonly does: string;
}

const forEveryone: readonly Command[] = [
  { words: 'pulse', does: 'Answer the open pulse, or change your answers' },
  { words: 'raise', does: 'Tell the programme what gets in the way' },
  { words: 'my issues', does: 'Where what you raised stands' },
  { words: 'privacy', does: 'Who can see what, until when' },
  { words: 'when suits me', does: 'Choose when questions come to you' },
  { words: 'stop asking me', does: 'No more pulses and design reviews' },
  { words: 'ask me again', does: 'Start getting them again' },
  { words: 'help', does: 'This list' },
];
const forLeads: readonly Command[] = [
  { words: 'new pulse', does: 'Set up a pulse: questions, who is asked, when' },
  { words: 'close wave', does: 'See the open waves, and close one' },
  { words: 'triage', does: 'The issue to deal with next' },
  { words: 'new review', does: 'Set up a design review, a step at a time' },
  { words: 'question bank', does: 'Questions in plain words that a pulse may ask' },
  { words: 'loop time', does: 'How long it takes until staff have their answer' },
];
/** For everybody who reads results. */
const forReaders: readonly Command[] = [
  { words: 'results', does: 'The result of the latest closed wave' },
  { words: 'comments', does: 'What staff wrote in it' },
  { words: 'campaign status', does: 'What was sent: who has it, who has not and why, when the rest will' },
  { words: 'pulses', does: 'When each pulse runs next, and what became of its last run' },
];

/** For everybody who holds a role. */
const forRoleHolders: readonly Command[] = [
  { words: 'what waits for me', does: 'Decisions, gates and issues, oldest deadline first' },
  { words: 'away until Friday', does: 'What waits for you goes to your deputy; “back” ends it' },
  { words: 'issues', does: 'What staff raised, and where it stands' },
  { words: 'decisions', does: 'What was decided, by whom, and when it is looked at again' },
  { words: 'reviews', does: 'Design reviews: drafts, open, to be decided, decided' },
  { words: 'stale decisions', does: 'Decisions on designs that are to be confirmed, with why' },
  { words: 'gates', does: 'What has to hold before a go-live, and whether it does' },
];

const forChampions: readonly Command[] = [
  { words: 'assist', does: 'Let a colleague without Teams answer on your phone' },
];

/** For the clinical safety officers, and for the lead and the SRO who stand in for them. */
const forHazards: readonly Command[] = [
  { words: 'hazards', does: 'What could harm a patient, and who has it' },
];

export const helpText = {
  summary: 'What you can send to Soundings',
  title: 'What you can send me',
  notUnderstood: 'Sorry, I did not understand that. Here is what I do understand.',
  whatItIs: 'Soundings asks staff how ready they feel, and brings back what was decided.',
  nobodyWatches: 'Nobody is watching this chat. If a patient is at risk, tell the nurse in charge.',
  staysInTeams: 'What you type here stays in Microsoft 365. Please type comments into a card.',
  commands: { forEveryone, forLeads, forReaders, forRoleHolders, forHazards, forChampions },
};
