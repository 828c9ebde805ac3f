/** Blocks of text above and below a chart, stacked from the top. */

import { fitText, textWidth } from './fit-text';
import { colours, lineHeights, margin, sizes, width } from './look';
import { type Shape, textAt } from './shapes';

/** Shapes, and where the next thing may begin. */
export interface Block {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

const inner = width - 2 * margin;

export function titleBlock(title: string): Block {
  const lines = fitText(title, { width: inner, size: sizes.title, isBold: true, mostLines: 3 });
  const top = margin + lineHeights.title / 2;
  return {
    shapes: lines.map((line, index) =>
      textAt(line, margin, top + index * lineHeights.title, { size: sizes.title, isBold: true }),
    ),
    bottom: margin + lines.length * lineHeights.title,
  };
}

export function notesBlock(notes: readonly string[], top: number): Block {
  const lines = notes.flatMap((note) => fitText(note, { width: inner, size: sizes.note, mostLines: 3 }));
  return {
    shapes: lines.map((line, index) =>
      textAt(line, margin, top + (index + 0.5) * lineHeights.note, {
        size: sizes.note,
        fill: colours.subtle,
      }),
    ),
    bottom: top + lines.length * lineHeights.note,
  };
}

const markWidth = 16;
const entryGap = 12;
const keyLine = 16;

/** A key whose entries flow like words. */
export function keyBlock(
  entries: readonly { readonly text: string; draw(x: number, y: number): readonly Shape[] }[],
  top: number,
): Block {
  const shapes: Shape[] = [];
  let x = margin;
  let y = top + keyLine / 2;
  for (const { text, draw } of entries) {
    const needed = markWidth + textWidth(text, sizes.note);
    if (x > margin && x + needed > width - margin) {
      x = margin;
      y += keyLine;
    }
    shapes.push(...draw(x + 6, y), textAt(text, x + markWidth, y, { size: sizes.note }));
    x += needed + entryGap;
  }
  return { shapes, bottom: entries.length === 0 ? top : y + keyLine / 2 };
}
