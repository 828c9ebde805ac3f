/** Solves integer programmes with HiGHS, compiled to WebAssembly, in a thread of its own: cards go on being answered. */

import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Log } from './app/ports/log';
import type {
  IntegerProgramme,
  IntegerSolution,
  SolveProgramme,
} from './domain/disclosure/integer-programme';

/** The longest that one programme is worked on; what is found by then counts if it keeps every constraint. */
const secondsForOne = 2;
const relativeGap = 0.05;

/** What the thread runs, as text, because a thread starts from plain JavaScript: it answers each text with the names of
 * the variables that are 1. */
const threadSource = `
const { parentPort, workerData } = require('node:worker_threads');
const loading = require(workerData.highs)();
parentPort.on('message', async ({ id, text, options }) => {
  try {
    const { Status: status, Columns: columns } = (await loading).solve(text, options);
    const names = Object.keys(columns).filter((name) => columns[name].Primal > 0.5);
    parentPort.postMessage({ id, status, names });
  } catch (error) {
    parentPort.postMessage({ id, status: 'Error', names: [] });
  }
});`;

interface Reply {
  readonly id: number;
  readonly status: string;
  readonly names: readonly string[];
}

/** Starts its thread when first used; the thread does not keep the process alive. A thread that dies is logged. */
export class HighsSolver {
  private thread: Worker | undefined;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private asked = 0;

  /** @param solver the module that solves. */
  constructor(
    private readonly log?: Log,
    private readonly solver = require.resolve('highs'),
  ) {}

  readonly solve: SolveProgramme = async (programme) => {
    if (programme.constraints.length === 0) return { outcome: 'solved', chosen: new Set() };
    const { status, names } = await this.ask(textOf(programme));
    return solutionOf(programme, status, names);
  };

  private ask(text: string): Promise<Reply> {
    const options = { output_flag: false, time_limit: secondsForOne, mip_rel_gap: relativeGap };
    this.asked += 1;
    const id = this.asked;
    this.thread ??= this.start();
    // Alive while it is waited for, and only then.
    this.thread.ref();
    this.thread.postMessage({ id, text, options });
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }

  private start(): Worker {
    // To optimise WebAssembly that runs now and then takes more memory than it ever uses, for a tenth of its time.
    setFlagsFromString('--liftoff-only');
    const thread = new Worker(threadSource, {
      eval: true,
      workerData: { highs: this.solver },
      // Of its own it holds one text and a few names; the solver's memory is WebAssembly's.
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
    });
    thread.on('message', (reply: Reply) => this.settle(reply));
    let cause: unknown;
    thread.on('error', (error) => {
      cause = error;
    });
    // A thread that ends leaves nothing solved; the next programme starts another.
    thread.on('exit', (code) => {
      this.log?.error('solver thread died', cause, { code, waiting: this.waiting.size });
      this.thread = undefined;
      for (const id of [...this.waiting.keys()]) this.settle({ id, status: 'Error', names: [] });
    });
    return thread;
  }

  private settle(reply: Reply): void {
    this.waiting.get(reply.id)?.(reply);
    this.waiting.delete(reply.id);
    if (this.waiting.size === 0) this.thread?.unref();
  }
}

function solutionOf(programme: IntegerProgramme, status: string, names: readonly string[]): IntegerSolution {
  if (status === 'Infeasible') return { outcome: 'infeasible' };
  const chosen = new Set(names.map((name) => Number(name.slice(1))));
  return isKept(programme, chosen) ? { outcome: 'solved', chosen } : { outcome: 'outOfTime' };
}

function isKept({ constraints }: IntegerProgramme, chosen: ReadonlySet<number>): boolean {
  return constraints.every(({ coefficients, atLeast }) => {
    const sum = coefficients.reduce(
      (total, [variable, factor]) => total + (chosen.has(variable) ? factor : 0),
      0,
    );
    return sum >= atLeast;
  });
}

/** In the LP file format: variable `i` is `xi`. Only those that a constraint names are stated; the others are 0. */
function textOf({ costs, constraints }: IntegerProgramme): string {
  const used = [
    ...new Set(constraints.flatMap(({ coefficients }) => coefficients.map(([variable]) => variable))),
  ];
  const objective = used.map((variable) => `${costs[variable] ?? 0} x${variable}`).join(' + ');
  const rows = constraints.map(({ coefficients, atLeast }, index) => {
    const terms = coefficients.map(termOf).join(' + ');
    return ` c${index}: ${terms} >= ${atLeast}`;
  });
  const names = used.map((variable) => ` x${variable}`).join('\n');
  return ['Minimize', ` obj: ${objective}`, 'Subject To', ...rows, 'Binary', names, 'End', ''].join('\n');
}

const termOf = ([variable, factor]: readonly [number, number]): string =>
  factor === 1 ? `x${variable}` : `${factor} x${variable}`;
