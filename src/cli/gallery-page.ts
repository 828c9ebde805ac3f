/** The gallery's page: complete in itself, two widths beside each other, in each of Teams' three themes. */

import type { Card } from '../cards/template';
import { hostConfigs, type Theme, themeColours } from './gallery-themes';

export interface GallerySample {
  readonly card: string;
  readonly sample: string;
  readonly summary: string;
  readonly payload: Card;
}

const widths = { phone: 360, desktop: 760 } as const;

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
/** JSON inside a script element must not be able to end it. */
const inScript = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

const styles = `
body { margin: 0; font: 14px/20px "Segoe UI", system-ui, "DejaVu Sans", sans-serif; background: #eee; color: #222; }
header, section > h2, section > p { padding: 0 16px; }
.themes { padding: 12px 16px; } .themes a { margin-right: 16px; }
.pair { display: flex; gap: 24px; align-items: flex-start; padding: 8px 16px 24px; }
.card { box-sizing: border-box; border-radius: 6px; border: 1px solid var(--line); background: var(--card); overflow: hidden; }
body { background: var(--page); color: var(--text); } a { color: var(--text); }
.phone { width: ${widths.phone}px; } .desktop { width: ${widths.desktop}px; }
.ac-pushButton { font: 600 14px "Segoe UI", system-ui, "DejaVu Sans", sans-serif; min-height: 32px; padding: 5px 12px; border-radius: 4px;
  border: 1px solid var(--edge); background: var(--button); color: var(--text); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.phone .ac-pushButton { min-height: 44px; }
.ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
.ac-pushButton.style-destructive { color: var(--danger); }
.ac-input { box-sizing: border-box; width: 100%; font: inherit; padding: 5px 8px; border: 1px solid var(--edge); border-radius: 4px;
  background: var(--field); color: var(--text); }
.ac-choiceSetInput-expanded input, input[type=radio] { width: auto; } textarea.ac-input { min-height: 60px; }
.ac-choiceSetInput-expanded { border: 0; background: transparent; }
`;

const script = `
const theme = location.hash.slice(1) || 'light';
const colours = themeColours[theme];
for (const [name, value] of Object.entries(colours)) document.body.style.setProperty('--' + name, value);
document.getElementById(theme).style.fontWeight = 'bold';
addEventListener('hashchange', () => location.reload());
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').split('\\n\\n').map((part) => '<p>' + part + '</p>').join(''); result.didProcess = true; };
for (const place of document.querySelectorAll('.card')) {
  const card = new AdaptiveCards.AdaptiveCard();
  const config = structuredClone(hostConfigs[theme]);
  config.actions.actionsOrientation = place.classList.contains('phone') ? 'vertical' : 'horizontal';
  config.actions.actionAlignment = place.classList.contains('phone') ? 'stretch' : 'left';
  card.hostConfig = new AdaptiveCards.HostConfig(config);
  card.parse(samples[place.dataset.sample]);
  place.appendChild(card.render());
}
`;

export function galleryPage(renderer: string, samples: readonly GallerySample[]): string {
  const sections = samples.map(
    ({ card, sample, summary }, index) => `<section id="${escaped(`${card}-${index}`)}">
<h2>${escaped(card)}: ${escaped(sample)}</h2><p>Notification: ${escaped(summary)}</p>
<div class="pair"><div class="card phone" data-sample="${index}"></div><div class="card desktop" data-sample="${index}"></div></div>
</section>`,
  );
  const themes = (Object.keys(hostConfigs) as Theme[]).map(
    (theme) => `<a id="${theme}" href="#${theme}">${theme}</a>`,
  );
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Soundings: cards</title><style>${styles}</style></head>
<body><header><h1>Every card, with its samples</h1></header><nav class="themes">${themes.join('')}</nav>
${sections.join('\n')}
<script>${renderer.replace(/<\/script/g, '<\\/script')}</script>
<script>const samples = ${inScript(samples.map(({ payload }) => payload))};
const hostConfigs = ${inScript(hostConfigs)}; const themeColours = ${inScript(themeColours)};${script}</script>
</body></html>
`;
}
