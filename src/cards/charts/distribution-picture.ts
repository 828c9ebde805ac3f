/** Puts the spread of a group's answers into a picture: one bar, each part named with its share and its number. */

import type { DistributionChart } from '../../domain/chart/chart';
import type { Catalogue } from '../../text/catalogue';
import type { DistributionPicture } from './picture';

export function distributionPicture(chart: DistributionChart, text: Catalogue): DistributionPicture {
  const { charts, format } = text;
  const { n, classes } = chart;
  const title = charts.distributionTitle(chart.groupName, n);
  const parts = classes.map(({ label, count }, place) => ({
    place: classes.length > 1 ? place / (classes.length - 1) : 0,
    share: count / n,
    shareText: format.percent(count / n),
    text: charts.classPart(nameOf(label, chart, text), count, n),
  }));
  const altText = charts.distributionAlt(
    title,
    parts.map((part) => part.text),
  );
  return { kind: 'distribution', title, parts, altText };
}

function nameOf(label: string, { questionKind }: DistributionChart, { charts, pulse }: Catalogue): string {
  const point = /^point([1-5])$/.exec(label)?.[1];
  if (point && (questionKind === 'confidence' || questionKind === 'agreement')) {
    return pulse.points[questionKind][Number(point) as 1 | 2 | 3 | 4 | 5];
  }
  const names = charts.classes[questionKind === 'confidence' ? 'confidence' : 'other'];
  return names[label] ?? label;
}
