/** What one part of a programme names, another part must declare. */

import type { ProgrammeProblem } from './programme-problem';

const listed = 12;

/** No problem when `value` is among `declared`; otherwise one that lists what could have been meant. */
export function checkReference(
  value: string,
  declared: readonly string[],
  path: readonly (string | number)[],
  section: string,
): ProgrammeProblem[] {
  if (declared.includes(value)) return [];
  const rest = declared.length - listed;
  const known = declared.slice(0, listed).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return [
    {
      path,
      message: `"${value}" is not declared under ${section}`,
      remedy: `Declare it under ${section}${known ? `, or use one of: ${known}` : ''}.`,
    },
  ];
}
