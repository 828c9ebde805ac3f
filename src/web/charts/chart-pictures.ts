/** Draws pictures one at a time and keeps the latest: a card that went to many people is drawn once. */

import type { Picture } from '../../cards/charts/picture';
import { drawSvg } from './draw-svg';
import { rasterise } from './rasterise';

const mostKept = 40;

export class ChartPictures {
  private readonly kept = new Map<string, Promise<Uint8Array>>();
  private queue: Promise<unknown> = Promise.resolve();

  /** PNG. Drawing takes some 30 ms of the event loop, so that two are never drawn in a row without a pause between. */
  draw(picture: Picture): Promise<Uint8Array> {
    const key = JSON.stringify(picture);
    const known = this.kept.get(key);
    const drawn = known ?? this.inTurn(picture);
    this.kept.delete(key);
    this.kept.set(key, drawn);
    drawn.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return drawn;
  }

  private inTurn(picture: Picture): Promise<Uint8Array> {
    const drawn = this.queue.then(async () => rasterise(await drawSvg(picture)));
    this.queue = drawn.catch(() => undefined);
    return drawn;
  }
}
