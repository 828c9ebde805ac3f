/** Answers who asks for a chart's picture: to whoever has an address that this service signed and that still holds. */

import type { AppContext } from '../../app/context';
import { currentProgramme } from '../../app/programme/current-programme';
import { readChartToken } from '../../app/wave/chart-address';
import { readChart } from '../../app/wave/read-chart.use-case';
import { pictureOf } from '../../cards/charts/picture-of';
import type { ChartSubject } from '../../domain/chart/chart-subject';
import { epochMsOf, type Instant } from '../../domain/instant';
import { catalogueFor } from '../../text/catalogue';
import { ChartPictures } from './chart-pictures';

export interface ChartReply {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const ending = '.png';
/** A gate's verdicts move until it is decided. */
const gateKeptForSeconds = 60;

/** The same for whatever is wrong, word for word that of an address that never was. */
const notThere: ChartReply = {
  status: 404,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ error: { code: 'notFound' } }),
};

export class ChartPage {
  private readonly pictures = new ChartPictures();

  constructor(private readonly context: AppContext) {}

  /** `file`: the token with “.png”. @throws whatever the store or the drawing throws. */
  async reply(file: string): Promise<ChartReply> {
    const token = file.endsWith(ending) ? file.slice(0, -ending.length) : '';
    const read = readChartToken(this.context, token);
    if (!read) return notThere;
    const { subject, until } = read;
    const [programme, chart] = await Promise.all([
      currentProgramme(this.context, subject.programmeId),
      readChart(this.context, subject),
    ]);
    if (!programme || !chart) return notThere;
    const body = await this.pictures.draw(pictureOf(chart, catalogueFor(programme.timeZone)));
    return {
      status: 200,
      headers: {
        'content-type': 'image/png',
        'content-length': `${body.length}`,
        'cache-control': `private, max-age=${this.secondsKept(subject, until)}`,
      },
      body,
    };
  }

  private secondsKept({ kind }: ChartSubject, until: Instant): number {
    const left = Math.floor((epochMsOf(until) - epochMsOf(this.context.clock.now())) / 1_000);
    return kind === 'gate' ? Math.min(left, gateKeptForSeconds) : left;
  }
}
