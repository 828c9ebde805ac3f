/** Whether this Node.js can run Soundings. */

import type { Check } from './check';

const lowest = [20, 19] as const;
/** The first release line that still receives security fixes. */
const supported = 22;

/** `version` as in `process.versions.node`. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const name = 'node';
  if (major < lowest[0] || (major === lowest[0] && minor < lowest[1])) {
    return {
      name,
      status: 'failed',
      words: `Node.js ${version} is too old: use ${lowest.join('.')} or newer`,
    };
  }
  if (major < supported) {
    const words = `Node.js ${version} works, but no longer receives security fixes: use 24 or newer`;
    return { name, status: 'warning', words };
  }
  return { name, status: 'ok', words: `Node.js ${version}` };
}
