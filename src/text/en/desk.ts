/** The words of a role holder's desk: what waits for them, by when, and what happens while they are away. */

import type { DeskTask } from '../../domain/desk/desk';
import type { Instant } from '../../domain/instant';
import type { Format } from '../format';

const tasks: Record<DeskTask, string> = {
  decide: 'Decision',
  review: 'Decision to look at again',
  prepare: 'To prepare for a decision',
  answer: 'An executive’s question to you',
  gate: 'Gate',
  gateChange: 'Change of a gate’s criteria',
  triage: 'Issue to triage',
  hazard: 'Could harm a patient',
  decideReview: 'Design review to decide',
  confirmReview: 'Design review to ask again',
};

export const deskText = (format: Format) => ({
  digestSummary: (programme: string) => `${programme}: what waits for you`,
  dueSoonSummary: (programme: string) => `${programme}: due within 24 hours`,
  allSummary: 'What waits for you',
  titles: {
    digest: 'What waits for you',
    dueSoon: 'Due within 24 hours',
    all: 'What waits for you',
  },
  order: 'Oldest deadline first.',
  nothing: 'Nothing waits for you.',
  nothingPrompt: 'When something does, a card comes here in working hours.',
  task: (task: DeskTask, step: number | undefined) =>
    step === undefined || step === 1 ? tasks[task] : `${tasks[task]} · step ${format.count(step)}`,
  ofProgramme: (task: string, programme: string) => `${programme} · ${task}`,
  noWords: 'No words yet',
  dueBy: (deadline: Instant) => `Due ${format.day(deadline)}, ${format.time(deadline)}`,
  overdue: (deadline: Instant) => `Was due ${format.day(deadline)}, ${format.time(deadline)}`,
  atOnce: 'At once, day or night',
  settled: 'No longer waits for you.',
  open: 'Open',
  more: (count: number) => `${format.plural(count, 'more item waits', 'more items wait')} for you.`,
  showMore: 'Show more',
  showFirst: 'Show the first ones',
  backToList: 'Back to the list',
  whatElse: (count: number) => `What else waits for you (${format.count(count)})`,
});
