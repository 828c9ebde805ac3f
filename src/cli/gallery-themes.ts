/** Host configurations close to those of Teams' three themes, for the gallery. */

export type Theme = 'light' | 'dark' | 'contrast';

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly emphasisBack: string;
  readonly accentBack: string;
  readonly goodBack: string;
  readonly warningBack: string;
  readonly attentionBack: string;
  readonly line: string;
}

const palettes: Record<Theme, Palette> = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    emphasisBack: '#f5f5f5',
    accentBack: '#e8ebfa',
    goodBack: '#e7f2da',
    warningBack: '#fbf6d9',
    attentionBack: '#fcf4f6',
    line: '#e1e1e1',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9ea2ff',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9526b',
    emphasisBack: '#383838',
    accentBack: '#2f2f4a',
    goodBack: '#0d2e0d',
    warningBack: '#463100',
    attentionBack: '#3e1f25',
    line: '#3d3d3d',
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ff5f5f',
    emphasisBack: '#000000',
    accentBack: '#000000',
    goodBack: '#000000',
    warningBack: '#000000',
    attentionBack: '#000000',
    line: '#ffffff',
  },
};

function hostConfig(palette: Palette) {
  const colour = (value: string) => ({ default: value, subtle: value });
  const foregroundColors = {
    default: { default: palette.text, subtle: palette.subtle },
    accent: colour(palette.accent),
    good: colour(palette.good),
    warning: colour(palette.warning),
    attention: colour(palette.attention),
    light: colour(palette.subtle),
    dark: colour(palette.text),
  };
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: '"Segoe UI", system-ui, "DejaVu Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
    spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 14 },
    separator: { lineThickness: 1, lineColor: palette.line },
    supportsInteractivity: true,
    containerStyles: {
      default: container('transparent'),
      emphasis: container(palette.emphasisBack),
      accent: container(palette.accentBack),
      good: container(palette.goodBack),
      warning: container(palette.warningBack),
      attention: container(palette.attentionBack),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 180 },
      value: { wrap: true },
      spacing: 12,
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention' },
    },
  };
}

export const hostConfigs = {
  light: hostConfig(palettes.light),
  dark: hostConfig(palettes.dark),
  contrast: hostConfig(palettes.contrast),
} as const;

/** What surrounds a card: page, frame, buttons and fields. */
export const themeColours: Record<Theme, Readonly<Record<string, string>>> = {
  light: {
    page: '#f0f0f0',
    card: '#ffffff',
    text: '#242424',
    line: '#e1e1e1',
    edge: '#8a8a8a',
    button: '#ffffff',
    field: '#ffffff',
    danger: '#c4314b',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    text: '#ffffff',
    line: '#3d3d3d',
    edge: '#8a8a8a',
    button: '#292929',
    field: '#1f1f1f',
    danger: '#f9526b',
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    text: '#ffffff',
    line: '#ffffff',
    edge: '#ffffff',
    button: '#000000',
    field: '#000000',
    danger: '#ff5f5f',
  },
};
