import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The product's own colour: a deep petrol, calm beside the many colours of speakers. */
const petrol: MantineColorsTuple = [
  '#e9f5f5',
  '#d3e8e8',
  '#a7d1d2',
  '#77b9bb',
  '#4fa3a6',
  '#2f8f93',
  '#1d7c81',
  '#12676c',
  '#0b5459',
  '#054146',
];

/** Slightly green greys, so that dark surfaces belong to the petrol. */
const dark: MantineColorsTuple = [
  '#d5dbdb',
  '#b3bcbd',
  '#94a0a1',
  '#5f6b6d',
  '#3b4547',
  '#2d3638',
  '#1f2628',
  '#171d1f',
  '#101516',
  '#0b0f10',
];

const gray: MantineColorsTuple = [
  '#f8faf9',
  '#f1f4f3',
  '#e6ebea',
  '#d9e0df',
  '#c5cecd',
  '#a3aeae',
  '#7d8989',
  '#5a6666',
  '#3d4848',
  '#263030',
];

export const theme = createTheme({
  colors: { petrol, dark, gray },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  black: '#1b2525',
  // No web font is fetched: the reader's own interface font, Inter where it is installed.
  fontFamily:
    "Inter, 'Inter Variable', -apple-system, BlinkMacSystemFont, 'Segoe UI Variable Text', 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, 'Cascadia Mono', 'Liberation Mono', monospace",
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.45, blur: 2 },
        // A dialog's <header> lies outside the page's landmarks, yet would count as a second banner.
        styles: { title: { fontWeight: 620, fontSize: '1.0625rem', lineHeight: 1.35 } },
        attributes: { header: { role: 'presentation' } },
      },
    },
    Drawer: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.45, blur: 2 },
        styles: { title: { fontWeight: 620, fontSize: '1.0625rem' } },
        attributes: { header: { role: 'presentation' } },
      },
    },
    // The placeholder it would focus is no child a role=menu may have; the first item takes the focus instead.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Paper: { defaultProps: { withBorder: true } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { label: { textTransform: 'none', letterSpacing: 0 } },
    },
  },
});

/** Mantine's dimmed and light colours miss 4.5 : 1 on tinted surfaces; these reach it, and name our own surfaces. */
export const cssVariablesResolver: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfcfc',
    '--mantine-color-dimmed': '#586464',
    '--mantine-color-placeholder': '#667272',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-red-light-color': '#a61b1b',
    '--mantine-color-green-light-color': '#17642f',
    '--mantine-color-yellow-light-color': '#7a4b00',
    '--mantine-color-orange-light-color': '#8f3f00',
    '--mantine-color-blue-light-color': '#14529a',
    '--mantine-color-gray-light-color': '#465252',
    '--mantine-color-petrol-light-color': '#0b5459',
    '--mantine-color-anchor': '#12676c',
    '--mantine-color-red-light': '#fdeceb',
    '--mantine-color-yellow-light': '#fdf3d8',
    '--mantine-color-orange-light': '#fdeee0',
    '--mantine-color-green-light': '#e3f5e8',
    '--mantine-color-blue-light': '#e6f1fc',
    '--mantine-color-gray-light': '#edf1f0',
    '--mantine-color-petrol-light': '#dfefef',
    '--cq-surface': '#ffffff',
    '--cq-sunken': '#f1f5f4',
    '--cq-sidebar': '#f4f7f6',
    '--cq-line': '#e2e8e7',
    '--cq-focus': '#12676c',
    '--cq-mark': '#fde9a9',
    '--cq-selection': '#c4e4e4',
    '--cq-shadow': '0 1px 2px rgb(20 40 40 / 6%), 0 8px 24px -12px rgb(20 40 40 / 18%)',
  },
  dark: {
    '--mantine-color-body': '#121718',
    '--mantine-color-text': '#dfe5e5',
    '--mantine-color-dimmed': '#a0abac',
    '--mantine-color-placeholder': '#8b9798',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-red-light-color': '#ffa8a0',
    '--mantine-color-green-light-color': '#8fdca4',
    '--mantine-color-yellow-light-color': '#f3cf7a',
    '--mantine-color-orange-light-color': '#ffbf8a',
    '--mantine-color-blue-light-color': '#a5cdf8',
    '--mantine-color-gray-light-color': '#c3cccc',
    '--mantine-color-petrol-light-color': colors.petrol?.[2] ?? '#a7d1d2',
    '--mantine-color-anchor': '#77b9bb',
    '--mantine-color-red-light': 'rgb(255 110 100 / 13%)',
    '--mantine-color-yellow-light': 'rgb(250 200 90 / 12%)',
    '--mantine-color-orange-light': 'rgb(255 160 80 / 13%)',
    '--mantine-color-green-light': 'rgb(90 210 130 / 12%)',
    '--mantine-color-blue-light': 'rgb(110 175 250 / 14%)',
    '--mantine-color-gray-light': 'rgb(160 180 180 / 13%)',
    '--mantine-color-petrol-light': 'rgb(79 163 166 / 18%)',
    '--cq-surface': '#191f21',
    '--cq-sunken': '#0e1314',
    '--cq-sidebar': '#0f1415',
    '--cq-line': '#2a3234',
    '--cq-focus': '#77b9bb',
    '--cq-mark': '#5c4a12',
    '--cq-selection': '#1f4d50',
    '--cq-shadow': '0 1px 2px rgb(0 0 0 / 30%), 0 8px 24px -12px rgb(0 0 0 / 60%)',
  },
});
