/** Safety: one place for the incident system, and a pattern of patient numbers that is safe to run on what staff type. */

import {
  fewestDigits,
  longestPattern,
  type PatternProblem,
  patternProblem,
  shortestNumber,
} from '../text/hospital-number';
import type { ProgrammeDraft, ProgrammeProblem } from './programme-problem';

type Advice = Pick<ProgrammeProblem, 'message' | 'remedy'>;

const adviceOn: Readonly<Record<PatternProblem, Advice>> = {
  tooLong: {
    message: `the pattern is longer than ${longestPattern} characters`,
    remedy: 'Write a shorter one.',
  },
  notUnderstood: {
    message: 'the pattern holds something that is not allowed here, or a bracket is missing',
    remedy: 'Use letters, digits, \\d, [A-Z], groups, |, ?, {7} and {6,8} only.',
  },
  unbounded: {
    message: 'the pattern repeats something without an end, so that one text could stop the service',
    remedy: 'Say how often: {6,8} in place of * and +.',
  },
  nestedQuantifier: {
    message: 'the pattern repeats what itself varies, so that one text could stop the service',
    remedy: 'Write the repeated part out.',
  },
  tooManyWays: {
    message: 'the pattern can be read in too many ways, so that one text could slow the service down',
    remedy: 'Take out alternatives, or make the counts fixed, such as {7}.',
  },
  tooShort: {
    message: `the pattern takes fewer than ${shortestNumber} characters, and would take doses out of sentences`,
    remedy: `Let it take at least ${shortestNumber}, such as \\d{7}.`,
  },
  tooFewDigits: {
    message: `the pattern takes fewer than ${fewestDigits} digits, and would take words out of sentences`,
    remedy: `Let every form of it have at least ${fewestDigits} digits.`,
  },
};

export function checkSafety({ safety, links, hospitalNumber }: ProgrammeDraft): ProgrammeProblem[] {
  const problems: ProgrammeProblem[] = [];
  if (safety && links?.incidentReporting !== undefined) {
    problems.push({
      path: ['links', 'incidentReporting'],
      message: 'safety.incidentSystem says already where incidents go',
      remedy: 'Take this line out.',
    });
  }
  const problem = hospitalNumber === undefined ? undefined : patternProblem(hospitalNumber);
  if (problem) problems.push({ path: ['hospitalNumber'], ...adviceOn[problem] });
  return problems;
}
