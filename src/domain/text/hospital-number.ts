/** The pattern of an organisation's own patient numbers: written by a person, run on everything that staff type. */

/** Why a pattern is refused. */
export type PatternProblem =
  | 'tooLong'
  | 'notUnderstood'
  | 'unbounded'
  | 'nestedQuantifier'
  | 'tooManyWays'
  | 'tooShort'
  | 'tooFewDigits';

export const longestPattern = 100;
/** Shorter ones would take doses and years out of ordinary sentences. */
export const shortestNumber = 5;
export const fewestDigits = 4;
const mostRepeats = 30;
/** In how many ways the pattern may be tried at one place: what bounds the time a text can take. */
const mostWays = 50;

/** What one part of a pattern can be. */
interface Part {
  readonly ways: number;
  /** Characters and digits that it has at least. */
  readonly shortest: number;
  readonly digits: number;
}

class Refused extends Error {
  constructor(readonly problem: PatternProblem) {
    super(problem);
  }
}

/** Letters, digits, `\\d`, classes in brackets, groups, `|`, `?`, `{n}` and `{n,m}`; `^` and `$` may enclose it. Such a
 * pattern takes a time that grows with the text alone. Undefined where nothing is wrong. */
export function patternProblem(pattern: string): PatternProblem | undefined {
  if (pattern.length > longestPattern) return 'tooLong';
  try {
    const { ways, shortest, digits } = new PatternReader(bare(pattern)).whole();
    if (ways > mostWays) return 'tooManyWays';
    if (shortest < shortestNumber) return 'tooShort';
    return digits < fewestDigits ? 'tooFewDigits' : undefined;
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

/** Finds such numbers wherever they stand as a word of their own, whatever their case.
 * @throws SyntaxError for a pattern with a problem. */
export function hospitalNumbers(pattern: string): RegExp {
  const problem = patternProblem(pattern);
  if (problem) throw new SyntaxError(`the pattern of hospital numbers: ${problem}`);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${bare(pattern)})(?![\\p{L}\\p{N}])`, 'giu');
}

function bare(pattern: string): string {
  return pattern.replace(/^\^/, '').replace(/\$$/, '');
}

class PatternReader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  whole(): Part {
    const part = this.alternatives();
    if (this.at < this.pattern.length) throw new Refused('notUnderstood');
    return part;
  }

  private alternatives(): Part {
    const found = [this.sequence()];
    while (this.skip('|')) found.push(this.sequence());
    return {
      ways: found.reduce((sum, { ways }) => sum + ways, 0),
      shortest: Math.min(...found.map(({ shortest }) => shortest)),
      digits: Math.min(...found.map(({ digits }) => digits)),
    };
  }

  private sequence(): Part {
    let all: Part = { ways: 1, shortest: 0, digits: 0 };
    for (let one = this.repeated(); one; one = this.repeated()) {
      all = {
        ways: all.ways * one.ways,
        shortest: all.shortest + one.shortest,
        digits: all.digits + one.digits,
      };
    }
    return all;
  }

  private repeated(): Part | undefined {
    const part = this.atom();
    if (!part) return undefined;
    const [least, most] = this.quantifier();
    if (/^[?*+{]/.test(this.rest())) throw new Refused('nestedQuantifier');
    if (most > 1 && part.ways > 1) throw new Refused('nestedQuantifier');
    return {
      ways: part.ways * (most - least + 1),
      shortest: part.shortest * least,
      digits: part.digits * least,
    };
  }

  private quantifier(): readonly [least: number, most: number] {
    if (this.skip('?')) return [0, 1];
    if (/^([*+]|\{\d+,\})/.test(this.rest())) throw new Refused('unbounded');
    const counts = /^\{(\d{1,3})(?:,(\d{1,3}))?\}/.exec(this.rest());
    if (!counts) return [1, 1];
    this.at += counts[0].length;
    const least = Number(counts[1]);
    const most = Number(counts[2] ?? counts[1]);
    if (most < least || most === 0 || most > mostRepeats) throw new Refused('notUnderstood');
    return [least, most];
  }

  private atom(): Part | undefined {
    const rest = this.rest();
    if (rest === '' || rest[0] === '|' || rest[0] === ')') return undefined;
    if (this.skip('(?:') || this.skip('(')) {
      if (this.rest().startsWith('?')) throw new Refused('notUnderstood');
      const inside = this.alternatives();
      if (!this.skip(')')) throw new Refused('notUnderstood');
      return inside;
    }
    const single =
      /^(?:\\d|\\[/.]|\[(?:[A-Za-z0-9 ./]|[A-Za-z0-9]-[A-Za-z0-9]|\\d|\\[-/.])+\]|[\p{L}\p{N} /-])/u.exec(
        rest,
      );
    if (!single || isBackwards(single[0])) throw new Refused('notUnderstood');
    this.at += single[0].length;
    return { ways: 1, shortest: 1, digits: /^(?:\\d|\d|\[(?:\\d|\d|\d-\d)+\])$/.test(single[0]) ? 1 : 0 };
  }

  private rest(): string {
    return this.pattern.slice(this.at);
  }

  private skip(sign: string): boolean {
    const isThere = this.rest().startsWith(sign);
    if (isThere) this.at += sign.length;
    return isThere;
  }
}

/** A range in a class whose end comes before its beginning. */
function isBackwards(single: string): boolean {
  const ranges = single.startsWith('[') ? single.slice(1, -1).matchAll(/([A-Za-z0-9])-([A-Za-z0-9])/g) : [];
  return [...ranges].some(([, from = '', to = '']) => from > to);
}
