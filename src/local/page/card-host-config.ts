// How Teams draws an Adaptive Card, in Fluent's tokens. A token is a CSS variable, so one
// configuration serves every theme and changing the theme redraws nothing and loses nothing typed.
import { tokens } from '@fluentui/react-components';
import { HostConfig } from 'adaptivecards';

const colour = (normal: string, subtle: string = normal) => ({ default: normal, subtle });

const foregroundColors = {
  default: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  dark: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  light: colour(tokens.colorNeutralForeground3),
  accent: colour(tokens.colorBrandForeground2),
  good: colour(tokens.colorStatusSuccessForeground1),
  warning: colour(tokens.colorStatusWarningForeground2),
  attention: colour(tokens.colorPaletteRedForeground1),
};

const onSurface = (backgroundColor: string) => ({ backgroundColor, foregroundColors });

export const hostConfig = new HostConfig({
  fontFamily: tokens.fontFamilyBase,
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  containerStyles: {
    default: onSurface('transparent'),
    emphasis: onSurface(tokens.colorNeutralBackground3),
    accent: onSurface(tokens.colorBrandBackground2),
    good: onSurface(tokens.colorStatusSuccessBackground1),
    warning: onSurface(tokens.colorStatusWarningBackground1),
    attention: onSurface(tokens.colorStatusDangerBackground1),
  },
  textBlock: { headingLevel: 3 },
  textStyles: {
    heading: { size: 'medium', weight: 'bolder', color: 'default', isSubtle: false },
    columnHeader: { size: 'small', weight: 'bolder', color: 'default', isSubtle: true },
  },
  factSet: {
    title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { color: 'default', size: 'default', weight: 'default', wrap: true },
    spacing: 12,
  },
  table: { cellSpacing: 8 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { size: 'small', color: 'attention', weight: 'bolder' },
  },
  actions: {
    maxActions: 6,
    spacing: 'large',
    buttonSpacing: 0,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
});
