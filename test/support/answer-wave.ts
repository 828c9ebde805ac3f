/** Answers the first question of a wave for many people at once, through the use case that every tap goes through. */

import { recordAnswer } from '../../src/app/wave/record-answer.use-case';
import type { WaveId } from '../../src/domain/ids';
import type { DirectoryPerson } from '../../src/domain/programme/person';
import type { Point } from '../../src/domain/pulse/question';
import type { RunningBot } from './running-bot';

export async function answerWave(
  { bot, programme, until }: RunningBot,
  waveId: WaveId,
  people: readonly DirectoryPerson[],
  pointOf: (person: DirectoryPerson, index: number) => Point,
): Promise<void> {
  const [question] = programme.pulses[0]?.questions ?? [];
  if (!question) throw new Error('the programme asks nothing');
  const answer = (person: DirectoryPerson, index: number) =>
    until(async () => {
      const value = { kind: 'point' as const, point: pointOf(person, index) };
      const { outcome } = await recordAnswer(bot.context, {
        programmeId: programme.id,
        waveId,
        personId: person.personId,
        tap: { questionId: question.id, revision: 0, value },
      });
      // Until the campaign has its deliveries nobody is invited yet.
      if (outcome === 'notInvited' || outcome === 'notConfirmed') return undefined;
      if (outcome !== 'recorded' && outcome !== 'outOfDate') throw new Error(outcome);
      return true;
    });
  const answers = [...people.entries()];
  // One asks until there are deliveries: all of them at once would keep the bot from writing them.
  for (const [index, person] of answers.splice(0, 1)) await answer(person, index);
  await Promise.all(answers.map(([index, person]) => answer(person, index)));
}

/** People of the first site and staff group: the first atom of the sample programme. */
export function isInFirstAtom({ aadObjectId }: DirectoryPerson): boolean {
  return aadObjectId.startsWith('bbbbbbbb-0000');
}
