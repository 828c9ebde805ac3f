/** Refuses to begin when somebody else listens where the demo would. */

import { createServer } from 'node:net';
import { InputError } from '../input-error';

export interface WantedPort {
  readonly port: number;
  /** What the demo wants it for. */
  readonly purpose: string;
}

/** @param remedy a command line with which it would begin.
 * @throws InputError that names each port that is taken, and what to do. */
export async function checkPorts(wanted: readonly WantedPort[], remedy: string): Promise<void> {
  const taken: WantedPort[] = [];
  for (const one of wanted) if (!(await isFree(one.port))) taken.push(one);
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ port, purpose }) => `Port ${port} is taken, which the demo wants for ${purpose}.`,
  );
  throw new InputError(
    [
      ...lines,
      'End the program that listens there (another demo, perhaps), or choose other ports:',
      `  ${remedy}`,
    ].join('\n'),
  );
}

/** Asked with and without an address: either kind of listener is in the way. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, ...(host ? { host } : {}) }, () => server.close(() => resolve(true)));
  });
}
