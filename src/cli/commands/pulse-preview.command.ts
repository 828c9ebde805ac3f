/** `soundings pulse preview`: what would follow from opening a pulse, before anybody is asked. */

import type { Command } from 'commander';
import type { AppContext } from '../../app/context';
import { findProgramme } from '../../app/programme/find-programme';
import { findPulse } from '../../app/schedule/find-pulse';
import { previewPulse } from '../../app/schedule/preview-pulse.use-case';
import {
  audienceLines,
  gatesOfFile,
  gateWarnings,
  heardLines,
  whenLines,
} from '../../cards/pulse-preview-lines';
import { asId, type ProgrammeId, type PulseId } from '../../domain/ids';
import { type Instant, instantOf } from '../../domain/instant';
import { nextRun } from '../../domain/schedule/next-run';
import { catalogueFor } from '../../text/catalogue';
import type { Act } from '../cli';
import { badInput, done, type Report, refused } from '../report';
import { withContext } from '../with-context';

interface Options {
  readonly programme: string;
  readonly pulse: string;
  readonly at?: string;
}

export function addPulsePreview(pulse: Command, act: Act): void {
  pulse
    .command('preview')
    .requiredOption('--programme <id>', 'the programme')
    .requiredOption('--pulse <id>', 'one of its pulses')
    .option(
      '--at <instant>',
      'when it would open, such as 2026-12-01T10:00:00Z; its next run or now otherwise',
    )
    .description('who would be asked, who not and why, who could be heard, and when messages would go out')
    .action((options: Options) =>
      act((cli) => {
        const at = options.at === undefined ? undefined : instantIn(options.at);
        if (options.at !== undefined && at === undefined) {
          return Promise.resolve(
            badInput(
              { outcome: 'notAnInstant', at: options.at },
              `${options.at}: write it as 2026-12-01T10:00:00Z.`,
            ),
          );
        }
        return withContext(cli, (context) => preview(context, options, at));
      }),
    );
}

async function preview(context: AppContext, options: Options, at: Instant | undefined): Promise<Report> {
  const ids = { programmeId: options.programme, pulseId: options.pulse };
  const programme = await findProgramme(context.store, asId<ProgrammeId>(options.programme));
  if (!programme) {
    return refused(
      { outcome: 'noSuchProgramme', ...ids },
      `${options.programme}: there is no such programme.`,
    );
  }
  const pulse = await findPulse(context.store, programme, asId<PulseId>(options.pulse));
  if (!pulse) {
    return refused({ outcome: 'noSuchPulse', ...ids }, `${options.pulse}: the programme has no such pulse.`);
  }
  const now = context.clock.now();
  const run = at === undefined && pulse.schedule ? nextRun(pulse.schedule, programme, now) : undefined;
  const seen = await previewPulse(context, { programme, pulse, at: at ?? run?.at ?? now });
  const text = catalogueFor(programme.timeZone);
  const { audience, pulseSetup } = text;
  const { parts } = pulseSetup;
  const outlook = { preview: seen, ...(run ? { nextRun: run } : {}) };
  return done(
    { outcome: 'previewed', ...seen },
    pulseSetup.previewTitle(pulse.title),
    ...(seen.inTheWay ? [audience.inTheWay(seen.inTheWay.title, seen.inTheWay.closesAt)] : []),
    ...section(parts.audience, audienceLines(seen, text)),
    ...section(parts.heard, heardLines(seen, text)),
    ...section(parts.gates, [...gateWarnings(seen, text), ...gatesOfFile(seen, text)]),
    ...section(parts.when, whenLines(pulse, outlook, text)),
  );
}

function section(title: string, lines: readonly (string | undefined)[]): readonly string[] {
  const said = lines.filter((line) => line !== undefined);
  return said.length === 0 ? [] : [`${title}:`, ...said.map((line) => `  ${line}`)];
}

/** Undefined for anything but an instant with its zone. */
function instantIn(text: string): Instant | undefined {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const epochMs = isWhole ? Date.parse(text) : Number.NaN;
  return Number.isNaN(epochMs) ? undefined : instantOf(epochMs);
}
