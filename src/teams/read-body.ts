/** Reads a posted body up to a limit; what is over it is never held in memory. */

import type { IncomingMessage } from 'node:http';

/** A pressed card with its inputs is a few KB; Teams' own limit for a message is 100 KB. */
export const bodyLimitBytes = 256 * 1_024;
/** Read and thrown away, so that the sender gets to hear of the refusal; beyond this the connection is cut. */
const patienceBytes = 16 * bodyLimitBytes;

export type BodyAnswer =
  | { readonly outcome: 'read'; readonly text: string }
  | { readonly outcome: 'tooLarge' };

/** @throws Error when the sender goes away. */
export function readBody(request: IncomingMessage): Promise<BodyAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bodyLimitBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve({ outcome: 'tooLarge' });
      if (bytes > patienceBytes) request.destroy();
    });
    request.on('end', () => resolve({ outcome: 'read', text: Buffer.concat(chunks).toString('utf8') }));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the sender went away')));
  });
}
