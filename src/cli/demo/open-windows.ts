/** The windows of all personas: all of them, or none. */

import { join } from 'node:path';
import type { Programme } from '../../domain/programme/programme';
import type { Terminal } from '../terminal';
import type { DemoOptions } from './demo-options';
import { type DemoWindow, openWindow } from './open-window';
import type { Persona } from './personas';

export interface DemoWindows {
  readonly windows: readonly DemoWindow[];
  close(): Promise<void>;
}

/** @throws the first error of a window that did not come up; the others are closed again. */
export async function openWindows(
  personas: readonly Persona[],
  { programme, options, terminal }: { programme: Programme; options: DemoOptions; terminal: Terminal },
): Promise<DemoWindows> {
  const folder = join(options.dataDir, 'windows');
  const onLost = ({ title }: Persona) =>
    terminal.err(`The window of the ${title} has ended. End the demo and start it again to get it back.\n`);
  const opened = await Promise.allSettled(
    personas.map((persona) => openWindow(persona, { programme, botPort: options.port, folder, onLost })),
  );
  const windows = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const close = async () => {
    await Promise.all(windows.map((window) => window.close()));
  };
  const failed = opened.find((one) => one.status === 'rejected');
  if (!failed) return { windows, close };
  await close();
  throw failed.reason;
}
