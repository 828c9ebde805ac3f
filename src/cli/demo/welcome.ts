/** What the demo says when it is ready. */

import type { DemoOptions } from './demo-options';
import type { DemoWindow } from './open-window';

export interface Welcome {
  readonly options: DemoOptions;
  readonly windows: readonly DemoWindow[];
  readonly tookSeconds: number;
  /** False when the lead has closed the last wave at an earlier start. */
  readonly isWaveOpen: boolean;
}

const column = 16;

export function welcomeWords({ options, windows, tookSeconds, isWaveOpen }: Welcome): string {
  const line = (title: string, text: string) => `  ${title.padEnd(column)}${text}`;
  return [
    '',
    `Ready after ${tookSeconds.toFixed(1)} s. Open each address in a browser: each is one person's chat with the bot.`,
    '',
    ...windows.flatMap(({ persona: { title, person, whatToDo }, address }) => [
      line(title, `${address}   (${person.displayName}, invented)`),
      line('', whatToDo),
    ]),
    line('Everybody else', `http://127.0.0.1:${options.port}/local/inbox`),
    line('', 'What those without a window are sent: delivered to nobody real.'),
    line(
      'At any hour',
      'This invented programme keeps no quiet hours. A real one always does: see docs/staff.md.',
    ),
    '',
    ...(isWaveOpen
      ? []
      : [
          'The last wave of this demo is closed already: the lead can send results. To start over, add --fresh.',
        ]),
    `Ctrl-C ends everything and keeps the data in ${options.dataDir}. To start over: npm run demo -- --fresh`,
    '',
  ].join('\n');
}
