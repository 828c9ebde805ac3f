/** Every request of the bot in the order of arrival, for those who look at when one lane or one sender wrote. */

export interface Arrived {
  /** On the machine's monotonic clock, the same in every process. */
  readonly atMs: number;
  /** The name in the service URL that this sender was given: `/via/NAME/`. */
  readonly via?: string;
  readonly aadObjectId?: string;
  readonly status: number | 'reset' | 'hang';
}

export const machineMs = () => Number(process.hrtime.bigint()) / 1e6;

export class Timeline {
  readonly #arrived: Arrived[] = [];

  constructor(private readonly isKept: boolean) {}

  add(arrived: Arrived): void {
    if (this.isKept) this.#arrived.push(arrived);
  }

  since(atMs: number): readonly Arrived[] {
    return this.#arrived.filter((arrived) => arrived.atMs >= atMs);
  }
}

/** The path without the sender's name, and the name. */
export function viaOf(path: string): { readonly path: string; readonly via?: string } {
  const [, via, rest] = /^\/via\/([^/]+)(\/.*)$/.exec(path) ?? [];
  return via === undefined || rest === undefined ? { path } : { path: rest, via };
}
