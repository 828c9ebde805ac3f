/** The benchmark of sending: under Teams' cap, without it, or how memory follows the audience. */

import { measureCapped } from './measure-capped';
import { measureMemory } from './measure-memory';
import { measureUncapped } from './measure-uncapped';

export async function benchDispatch(options: readonly string[]): Promise<boolean> {
  if (options.includes('--memory')) return measureMemory(numberAfter(options, '--recipients', 300_000));
  const cap = numberAfter(options, '--cap', 50);
  const recipients = numberAfter(options, '--recipients', cap === 0 ? 20_000 : 3_000);
  return cap === 0 ? measureUncapped(recipients) : measureCapped(recipients, cap);
}

function numberAfter(options: readonly string[], name: string, otherwise: number): number {
  const at = options.indexOf(name);
  const value = at === -1 ? otherwise : Number(options[at + 1]);
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} needs a whole number`);
  return value;
}
