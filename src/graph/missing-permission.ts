/** Whether a refusal is meant for the app, whoever it asks about, or for one person. */

import type { GraphReply } from './graph-client';

const everybodysWords = [
  /missing (role|scope) permissions/i,
  /insufficient privileges/i,
  /required roles claim/i,
  // The manifest does not name this app as the one that may manage it.
  /not allowed to manage the teams app/i,
];

/** A 403 can also be a policy that keeps one person from the app: then the others are tried all the same. */
export function isPermissionMissing({ status, code, message }: GraphReply): boolean {
  if (status !== 403) return false;
  return code === 'Authorization_RequestDenied' || everybodysWords.some((words) => words.test(message));
}
