/** The lines of a text file with their numbers, a batch at a time, without holding the file in memory. */

import { createReadStream } from 'node:fs';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

const batchSize = 500;
const lineEnd = /\r\n|\n|\r/;

/** Lines end with LF, CRLF or CR; a byte order mark at the start is dropped. Bytes that are not UTF-8 become U+FFFD.
 * @throws the file system's error when the file cannot be read. */
export async function* readLineBatches(path: string): AsyncGenerator<readonly Line[]> {
  let batch: Line[] = [];
  let number = 0;
  for await (const text of readLines(path)) {
    number += 1;
    batch.push({ number, text: number === 1 ? text.replace(/^\uFEFF/, '') : text });
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function* readLines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    rest += chunk;
    // A CR at the very end may be half of a CRLF.
    const isCut = rest.endsWith('\r');
    const lines = (isCut ? rest.slice(0, -1) : rest).split(lineEnd);
    rest = (lines.pop() ?? '') + (isCut ? '\r' : '');
    yield* lines;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
