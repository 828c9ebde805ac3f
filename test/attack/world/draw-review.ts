/** Draws the rounds of a design review in a generated programme: on a frame of its own, with ballots of both questions. */

import { pick, type Random } from '../../../src/cli/demo/seeded-random';
import { atomOf } from '../../../src/domain/disclosure/atom-of';
import { asId } from '../../../src/domain/ids';
import type { AnswerValue, Question } from '../../../src/domain/pulse/question';
import { buildReviewFrame } from '../../../src/domain/review/build-review-frame';
import type { Review, WorksAnswer } from '../../../src/domain/review/review';
import { ballotQuestionIds } from '../../../src/domain/review/review-questions';
import type { DrawnPerson, DrawnWave } from './draw-programme';
import type { ProgrammeShape, ShapePerson } from './programme-shape';

export interface DrawnReview {
  readonly policy: Review['policy'];
  readonly rounds: readonly DrawnWave[];
}

export function drawReview(random: Random, shape: ProgrammeShape): DrawnReview {
  const options = ['a', 'b', 'c', 'd', 'e'].slice(0, pick(random, [2, 2, 3, 5]));
  const isAffected = new Set(shape.staffFamilies.filter((_, index) => index === 0 || random() < 0.7));
  const affected = shape.people.filter(({ staffFamily }) => isAffected.has(staffFamily));
  // Of two people, each knows of the other what they both must have said: that is no release's doing.
  const people = affected.length >= shape.minimumGroupSize ? affected : shape.people;
  const count = random() < 0.2 ? 2 : 1;
  return {
    policy: {
      agreedShare: pick(random, [0.55, 0.7, 0.8]),
      quorumShare: pick(random, [0, 0.3]),
      quorumMinimum: shape.minimumGroupSize,
      workaroundShare: 0.3,
    },
    rounds: Array.from({ length: count }, (_, round) => {
      const there = round === 0 ? people : people.filter(() => random() < 0.995);
      return drawRound(random, shape, { people: there, options, round: round + 1 });
    }),
  };
}

interface Round {
  readonly people: readonly ShapePerson[];
  readonly options: readonly string[];
  readonly round: number;
}

function drawRound(random: Random, shape: ProgrammeShape, { people, options, round }: Round): DrawnWave {
  const frame = frameOf(shape, people, options);
  const moods = new Map<string, Mood>();
  const favoured = pick(random, options);
  const questions: readonly Question[] = [
    {
      id: ballotQuestionIds.option,
      kind: 'option',
      text: 'Which?',
      choices: options.map((id) => ({ id, text: `Option ${id}` })),
    },
    { id: ballotQuestionIds.works, kind: 'works', text: 'Does it work?' },
  ];
  return {
    waveId: `r${round}`,
    questions,
    frame,
    people: people.map((person): DrawnPerson => {
      const key = `${person.siteGroup} ${person.staffFamily}`;
      const mood = moods.get(key) ?? drawMood(random, shape);
      moods.set(key, mood);
      return {
        ...person,
        atomId: atomOf(frame, person),
        said: ballotOf(random, mood, { options, favoured }),
      };
    }),
  };
}

interface Mood {
  readonly responds: number;
  readonly favours: number;
  readonly works: number;
  readonly fails: number;
  readonly notMyArea: number;
}

/** Groups of one mind, groups that are split, groups whose area it is not. */
function drawMood(random: Random, { response, quietShare, skew }: ProgrammeShape): Mood {
  const isOfOneMind = random() < skew + 0.2;
  return {
    responds: Math.min(0.99, response * (random() < quietShare ? random() * 0.5 : 0.7 + random() * 0.6)),
    favours: isOfOneMind ? pick(random, [0.01, 0.97, 0.99]) : 0.3 + random() * 0.5,
    works: isOfOneMind ? pick(random, [0.02, 0.98]) : 0.3 + random() * 0.6,
    fails: pick(random, [0.05, 0.5, 0.95]),
    notMyArea: random() < 0.15 ? 0.9 : random() * 0.2,
  };
}

function ballotOf(
  random: Random,
  { responds, favours, works, fails, notMyArea }: Mood,
  { options, favoured }: { readonly options: readonly string[]; readonly favoured: string },
): DrawnPerson['said'] {
  if (random() >= responds) return {};
  const isOutside = random() < notMyArea;
  const others = options.filter((option) => option !== favoured);
  const view: WorksAnswer =
    random() < works ? 'works' : random() < fails ? 'doesNotWork' : 'worksWithChanges';
  const option: AnswerValue = {
    kind: 'choice',
    choice: random() < favours ? favoured : pick(random, others),
  };
  return {
    ...(isOutside && random() < 0.5 ? {} : { [ballotQuestionIds.option]: option }),
    ...(random() < 0.05
      ? {}
      : {
          [ballotQuestionIds.works]: isOutside
            ? { kind: 'outside', outside: 'notMyArea' }
            : { kind: 'choice', choice: view },
        }),
  };
}

/** As the product builds it, whose staff groups are the families of the shape here. */
function frameOf(shape: ProgrammeShape, people: readonly ShapePerson[], options: readonly string[]) {
  const affects = [...new Set(people.map(({ staffFamily }) => staffFamily))];
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: `The ${id}` }));
  const counts = new Map<string, { siteGroup: string; staffGroup: string; headcount: number }>();
  for (const { siteGroup, staffFamily } of people) {
    const key = `${siteGroup} ${staffFamily}`;
    const cell = counts.get(key) ?? { siteGroup, staffGroup: staffFamily, headcount: 0 };
    counts.set(key, { ...cell, headcount: cell.headcount + 1 });
  }
  return buildReviewFrame(
    {
      options: options.map((id) => ({
        ...{ id, title: id, consequence: 'None', author: 'supplier', authorName: 'Somebody' },
        affects,
      })),
    },
    {
      minimumGroupSize: shape.minimumGroupSize,
      siteGroups: named(shape.siteGroups),
      staffGroups: named(shape.staffFamilies).map((group) => ({ ...group, staffFamily: asId<never>('one') })),
    },
    [...counts.values()],
  );
}
