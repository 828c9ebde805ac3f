/** `soundings wave correct`: puts a wording of an open wave right, in every card that people have. */

import type { Command } from 'commander';
import { correctWave } from '../../app/wave/correct-wave.use-case';
import { asId, type ProgrammeId, type WaveId } from '../../domain/ids';
import type { NewWording } from '../../domain/pulse/wave-correction';
import { catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { InputError } from '../input-error';
import { done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly wave: string;
  readonly question?: string;
  readonly choice?: string;
  readonly title?: boolean;
  readonly text: string;
}

export function addWaveCorrect(wave: Command, act: Act): void {
  wave
    .command('correct')
    .requiredOption('--programme <id>', 'the programme')
    .requiredOption('--wave <id>', 'one of its open waves')
    .option('--question <id>', 'the question whose wording is wrong')
    .option('--choice <id>', 'a choice of that question')
    .option('--title', 'the title of the wave')
    .requiredOption('--text <words>', 'the wording as it should be: the same question, only its wording')
    .description('correct a wording; the running service brings every card up to date')
    .action((options: Options) =>
      act(async (cli) => {
        const word = wordingIn(options);
        const result = await withContext(cli, (context) =>
          correctWave(context, {
            programmeId: asId<ProgrammeId>(options.programme),
            waveId: asId<WaveId>(options.wave),
            words: [word],
            correctedBy: 'command',
          }),
        );
        const json = { outcome: result.outcome, programmeId: options.programme, waveId: options.wave };
        return report(options, result, json);
      }),
    );
}

/** @throws InputError where it is not clear which wording is meant. */
function wordingIn({ question: questionId, choice: choiceId, title, text }: Options): NewWording {
  if (title && !questionId && !choiceId) return { part: 'title', text };
  if (title || !questionId)
    throw new InputError('name what to correct: --question ID, with --choice ID, or --title');
  return choiceId ? { part: 'choice', questionId, choiceId, text } : { part: 'question', questionId, text };
}

function report(
  { wave: waveId }: Options,
  result: Awaited<ReturnType<typeof correctWave>>,
  json: Report['json'],
): Report {
  const { campaigns, privacy } = catalogueFor('Europe/London');
  if (result.outcome === 'noSuchWave') return refused(json, `${waveId}: the programme has no such wave.`);
  const { outcome, masked, wave } = result;
  const taken = masked.length > 0 ? [`  ${privacy.masked(masked)}`] : [];
  if (outcome === 'corrected') {
    const corrections = wave.corrections ?? [];
    const { before, after } = corrections.at(-1) ?? { before: '', after: '' };
    return done(
      { ...json, before, after },
      `${waveId}: ${campaigns.corrected}`,
      `  before: ${before}`,
      `  after:  ${after}`,
      ...taken,
      `  ${campaigns.correctFile}`,
    );
  }
  const words = `${waveId}: ${campaigns.correctionNotices[outcome]}`;
  return outcome === 'unchanged' ? done(json, words, ...taken) : refused(json, words, ...taken);
}
