/** Plays what staff of the demo raised and what came of it, so that there are issues to look at and titles to join. */

import { addVoice } from '../../app/issue/add-voice.use-case';
import { askRaiser } from '../../app/issue/ask-raiser.use-case';
import { raiseIssue } from '../../app/issue/raise-issue.use-case';
import { triageIssue } from '../../app/issue/triage-issue.use-case';
import type { IssueId } from '../../domain/ids';
import type { Day } from '../../domain/instant';
import type { IssueCategory, IssueEffect } from '../../domain/issue/issue';
import type { TriageAct } from '../../domain/issue/triage-issue';
import type { PersonRow } from '../../domain/programme/person-row';
import type { DemoPast } from './demo-past';
import type { SyntheticProgramme } from './synthetic-programme';

interface Played {
  readonly text: string;
  readonly category: IssueCategory;
  readonly effect: IssueEffect;
  /** How many add their voice to the title. */
  readonly voices: number;
  readonly title?: string;
  readonly ask?: string;
  acts(dueOn: Day): readonly TriageAct[];
}

const played: readonly Played[] = [
  {
    text: 'Two laptops for the whole ward on nights, and one of them never holds its charge.',
    category: 'infrastructure',
    effect: 'workAround',
    title: 'Too few laptops on nights',
    voices: 12,
    acts: (dueOn) => [{ kind: 'fix', dueOn, words: 'Six more laptops, in a cupboard with a code.' }],
  },
  {
    text: 'The training room only had the old version, so the drug chart looked nothing like what I was shown.',
    category: 'training',
    effect: 'slowsMeDown',
    title: 'Training showed an older version',
    voices: 4,
    acts: () => [{ kind: 'fixed', words: 'The training room has the new version since Monday.' }],
  },
  {
    text: 'Log-in times out after five minutes, in the middle of a round.',
    category: 'log-ins',
    effect: 'slowsMeDown',
    title: 'Log-in times out during rounds',
    voices: 3,
    acts: () => [
      {
        kind: 'notNow',
        words:
          'The time is set for all hospitals and cannot be changed before the go-live. We ask again after it.',
      },
    ],
  },
  {
    text: 'Discharge letters go to the wrong printer.',
    category: 'workflow',
    effect: 'workAround',
    voices: 0,
    ask: 'Which printer do they go to, and from which clinic?',
    acts: () => [],
  },
];

/** Raised and dealt with at this moment of the past. @throws Error when a use case refuses. */
export async function playIssues(
  past: DemoPast,
  personas: SyntheticProgramme['personas'],
  dueOn: Day,
): Promise<number> {
  const cast = Object.values(personas).map(({ aadObjectId }) => aadObjectId);
  const staff = past.people.filter(({ aadObjectId }) => !cast.includes(aadObjectId));
  const next = staff[Symbol.iterator]();
  for (const [index, issue] of played.entries()) {
    const [raiser, owner] = [personFrom(next), personFrom(next)];
    const issueId = await raise(past, issue, raiser, index);
    const ids = { programmeId: past.programme.id, issueId, personId: past.personIdOf(personas.lead) };
    if (issue.title) await carryOut(past, { ...ids, act: { kind: 'publish', title: issue.title } });
    for (let voice = 0; voice < issue.voices; voice += 1) {
      await addVoice(past.context, { ...ids, personId: past.personIdOf(personFrom(next)) });
    }
    for (const act of issue.acts(dueOn)) {
      const owned = act.kind === 'fix' ? { ...act, owner: past.personIdOf(owner) } : act;
      await carryOut(past, { ...ids, act: owned });
    }
    if (issue.ask) await askRaiser(past.context, { ...ids, words: issue.ask });
  }
  await past.settle();
  return played.length;
}

async function raise(
  { context, programme, personIdOf }: DemoPast,
  { text, category, effect }: Played,
  { aadObjectId, site }: PersonRow,
  index: number,
): Promise<IssueId> {
  const raised = await raiseIssue(context, {
    programmeId: programme.id,
    personId: personIdOf({ aadObjectId }),
    draftId: `demo-${index + 1}`,
    isNamed: false,
    text,
    category,
    effect,
    site,
    harm: 'none',
    isHarmRuledOut: true,
  });
  if (raised.outcome !== 'raised') throw new Error(`an issue of the demo was not raised: ${raised.outcome}`);
  return raised.issue.issueId;
}

async function carryOut({ context }: DemoPast, command: Parameters<typeof triageIssue>[1]): Promise<void> {
  const { outcome } = await triageIssue(context, command);
  if (outcome !== 'triaged') throw new Error(`the demo’s lead could not deal with an issue: ${outcome}`);
}

function personFrom(people: Iterator<PersonRow>): PersonRow {
  const { value, done } = people.next();
  if (done) throw new Error('the demo has too few people');
  return value;
}
