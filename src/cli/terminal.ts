/** Where a command writes. */

export interface Terminal {
  /** Standard output: the result, nothing else. */
  out(text: string): void;
  /** Standard error: progress, problems. */
  err(text: string): void;
  /** True when standard error is a terminal on which a line can be overwritten. */
  readonly isInteractive: boolean;
}

/** Of this process. A reader that stops reading early (`| head`) is no error. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isInteractive: process.stderr.isTTY === true,
  };
}
