/** Tells somebody who waits how far a long command is: on a terminal one line that moves, otherwise a line now and then. */

import type { Terminal } from './terminal';

const everyMs = 2_000;

export interface ProgressLine {
  /** Says it only if the last time is long enough ago. */
  update(words: () => string): void;
  /** Leaves the terminal on a new line. */
  end(): void;
}

export function progressLine(terminal: Terminal, monotonicMs: () => number): ProgressLine {
  let saidAtMs = monotonicMs();
  let isOnLine = false;
  return {
    update(words) {
      const nowMs = monotonicMs();
      if (nowMs - saidAtMs < everyMs) return;
      saidAtMs = nowMs;
      terminal.err(terminal.isInteractive ? `\r${words()}\u001b[K` : `${words()}\n`);
      isOnLine = terminal.isInteractive;
    },
    end() {
      if (isOnLine) terminal.err('\n');
      isOnLine = false;
    },
  };
}
