/** Draws the charts of the samples, so that the gallery shows what a phone shows. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureOf } from '../cards/charts/picture-of';
import type { Chart, TrendChart } from '../domain/chart/chart';
import { compareEvidence, trendOfEvidence } from '../domain/chart/chart-evidence';
import type { ChartSubject } from '../domain/chart/chart-subject';
import { compareCriteria } from '../domain/chart/compare-criteria';
import { compareRelease } from '../domain/chart/compare-groups';
import { spreadAnswers } from '../domain/chart/spread-answers';
import type { Release } from '../domain/disclosure/release';
import type { Escalation } from '../domain/escalation/escalation';
import type { Judgement } from '../domain/gate/verdict';
import { catalogueFor } from '../text/catalogue';

/** What the views that have charts hold. */
interface Charted {
  readonly release: Release;
  readonly trend?: TrendChart;
  readonly escalation: Pick<Escalation, 'evidence'>;
  readonly judgements: readonly Judgement[];
}

interface Drawer {
  draw(picture: ReturnType<typeof pictureOf>): Promise<Uint8Array>;
}

/** Gives each chart a file of its own beside the page, and draws them all at the end. */
export class GalleryCharts {
  private readonly wanted = new Map<string, Chart>();

  constructor(private readonly folder: string) {}

  urlFor(sample: string, view: unknown): (subject: ChartSubject) => string | undefined {
    return (subject) => {
      const chart = chartOf(subject, view as Charted);
      const file = `charts/${sample}-${subject.kind}.png`;
      if (chart) this.wanted.set(file, chart);
      return chart && file;
    };
  }

  async drawAll(drawer: Drawer): Promise<number> {
    mkdirSync(join(this.folder, 'charts'), { recursive: true });
    for (const [file, chart] of this.wanted) {
      const picture = pictureOf(chart, catalogueFor('Europe/London'));
      writeFileSync(join(this.folder, file), await drawer.draw(picture));
    }
    return this.wanted.size;
  }
}

function chartOf(subject: ChartSubject, view: Charted): Chart | undefined {
  switch (subject.kind) {
    case 'groups':
      return compareRelease(view.release);
    case 'distribution':
      return spreadAnswers(view.release, subject.groupId);
    case 'trend':
      return view.trend;
    case 'evidence':
      return compareEvidence(view.escalation.evidence.slice(0, subject.pieces));
    case 'evidenceTrend':
      return trendOfEvidence(view.escalation.evidence[subject.piece]);
    case 'gate':
      return compareCriteria(view.judgements.at(-1)?.results ?? []);
  }
}
