/** Draws what the people of a programme are asked and answer, wave by wave: the truth that only the judge knows. */

import { pick, type Random, seededRandom } from '../../../src/cli/demo/seeded-random';
import { atomOf } from '../../../src/domain/disclosure/atom-of';
import { buildFrame } from '../../../src/domain/disclosure/build-frame';
import { type AtomId, asId, type QuestionId } from '../../../src/domain/ids';
import type { AnswerValue, Point, Question } from '../../../src/domain/pulse/question';
import type { Frame } from '../../../src/domain/pulse/wave';
import { type DrawnAudience, drawAudience } from './draw-audience';
import type { ProgrammeShape, ShapePerson } from './programme-shape';

export interface DrawnPerson extends ShapePerson {
  readonly atomId: AtomId;
  /** By question; absent where they did not answer it. */
  readonly said: Readonly<Record<string, AnswerValue>>;
}

export interface DrawnWave {
  readonly waveId: string;
  readonly questions: readonly Question[];
  readonly frame: Frame;
  /** Whom it asked. */
  readonly people: readonly DrawnPerson[];
  readonly asked?: Omit<DrawnAudience, 'people'>;
}

export function drawProgramme(random: Random, shape: ProgrammeShape): readonly DrawnWave[] {
  const questions = drawQuestions(random, shape.questions);
  const mood = groupMoods(random, shape);
  const selecting = seededRandom(`audiences of ${shape.name}`);
  let people = shape.people;
  let within: Frame | undefined;
  return Array.from({ length: shape.waves }, (_, index): DrawnWave => {
    if (index > 0) people = move(random, people, shape.movers, index);
    within ??= frameOf(shape, people);
    const { people: invited, ...asked } = shape.isAlwaysEveryone
      ? { people }
      : drawAudience(selecting, shape, people);
    const frame = frameOf(shape, invited, within);
    return {
      waveId: `w${index + 1}`,
      questions,
      frame,
      ...('audience' in asked ? { asked } : {}),
      people: invited.map((person) => ({
        ...person,
        atomId: atomOf(frame, person),
        said: tellingAll(shape, answersOf(random, mood(person), questions)),
      })),
    };
  });
}

function drawQuestions(random: Random, count: number): readonly Question[] {
  return Array.from({ length: count }, (_, index): Question => {
    const base = { id: asId<QuestionId>(`q${index + 1}`), text: `Question number ${index + 1}?` };
    if (index === 0) return { ...base, kind: 'confidence' };
    const [minimum, maximum] = pick(random, [
      [0, 10],
      [1, 7],
      [1, 4],
    ] as const);
    return random() < 0.7 ? { ...base, kind: 'agreement' } : { ...base, kind: 'scale', minimum, maximum };
  });
}

/** Where it is told how many answered beside a champion, everybody who answers says something to the first question. */
function tellingAll({ people }: ProgrammeShape, said: DrawnPerson['said']): DrawnPerson['said'] {
  const { q1 } = said;
  const isOutside = q1?.kind === 'outside' && people.some(({ isAssisted }) => isAssisted);
  return isOutside ? { ...said, q1: { kind: 'point', point: 3 } } : said;
}

interface Mood {
  readonly responds: number;
  readonly favours: number;
  readonly neutral: number;
}

/** How the people of a cell are inclined: most as most are, the quiet ones hardly answer, a skewed one is of one mind. */
function groupMoods(random: Random, shape: ProgrammeShape): (person: ShapePerson) => Mood {
  const moods = new Map<string, Mood>();
  return ({ siteGroup, staffFamily }) => {
    const key = `${siteGroup} ${staffFamily}`;
    const mood = moods.get(key) ?? {
      responds: Math.min(
        0.99,
        shape.response *
          (random() < shape.quietShare ? random() * 0.4 : 1 + shape.responseSpread * (2 * random() - 1)),
      ),
      favours: random() < shape.skew ? pick(random, [0.02, 0.98]) : 0.3 + random() * 0.5,
      neutral: random() < shape.skew ? 0.02 : random() * 0.4,
    };
    moods.set(key, mood);
    return mood;
  };
}

function answersOf(random: Random, mood: Mood, questions: readonly Question[]): DrawnPerson['said'] {
  if (random() >= mood.responds) return {};
  return Object.fromEntries(
    questions.flatMap((question, index) =>
      index > 0 && random() < 0.1 ? [] : [[question.id, answerOf(random, mood, question)]],
    ),
  );
}

function answerOf(random: Random, { favours, neutral }: Mood, question: Question): AnswerValue {
  const part = random() < neutral ? 0 : random() < favours ? 1 : -1;
  if (question.kind === 'scale') {
    const { minimum, maximum } = question;
    const middle = (minimum + maximum) / 2;
    const values = Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index);
    const fitting = values.filter((value) => Math.sign(value - middle) === part);
    return { kind: 'number', number: pick(random, fitting.length > 0 ? fitting : values) };
  }
  if (random() < 0.08) return { kind: 'outside', outside: pick(random, ['dontKnowYet', 'notMyArea']) };
  const point = part === 0 ? 3 : 3 + part * (random() < 0.5 ? 1 : 2);
  return { kind: 'point', point: point as Point };
}

function move(
  random: Random,
  people: readonly ShapePerson[],
  movers: number,
  wave: number,
): readonly ShapePerson[] {
  const leavers = new Set(Array.from({ length: movers }, () => pick(random, people).id));
  const joiners = Array.from({ length: movers }, (_, index) => ({
    ...pick(random, people),
    id: `joined ${wave} ${index}`,
  }));
  return [...people.filter(({ id }) => !leavers.has(id)), ...joiners];
}

/** The frame that the product builds for these people; what an earlier one merged stays merged. */
export function frameOf(shape: ProgrammeShape, people: readonly ShapePerson[], within?: Frame): Frame {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: `The ${id}` }));
  const counts = new Map<string, { siteGroup: string; staffFamily: string; headcount: number }>();
  for (const { siteGroup, staffFamily } of people) {
    const key = `${siteGroup} ${staffFamily}`;
    const cell = counts.get(key) ?? { siteGroup, staffFamily, headcount: 0 };
    cell.headcount += 1;
    counts.set(key, cell);
  }
  return buildFrame({
    cells: [...counts.values()],
    siteGroups: named(shape.siteGroups),
    staffFamilies: named(shape.staffFamilies),
    minimumGroupSize: shape.minimumGroupSize,
    ...(within ? { within } : {}),
  });
}
