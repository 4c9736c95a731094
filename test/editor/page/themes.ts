/** Colours as the editor passes them to the page of a view: without the prefix `--vscode-`. */
export type Theme = Readonly<Record<string, string>>;

const LIGHT: Theme = {
  foreground: '#3b3b3b',
  'sideBar-background': '#f8f8f8',
  descriptionForeground: '#3b3b3b',
  focusBorder: '#005fb8',
  'dropdown-background': '#ffffff',
  'dropdown-foreground': '#3b3b3b',
  'dropdown-border': '#cecece',
  'list-hoverBackground': '#f2f2f2',
  'list-errorForeground': '#b01011',
  'list-warningForeground': '#855f00',
  'testing-iconPassed': '#388a34',
  'button-background': '#005fb8',
  'button-foreground': '#ffffff',
  'button-secondaryBackground': '#e5e5e5',
  'button-secondaryForeground': '#3b3b3b',
  'button-secondaryHoverBackground': '#cccccc',
  'textLink-foreground': '#005fb8',
  'textBlockQuote-border': '#e5e5e5',
  'editor-findMatchHighlightBackground': 'rgba(234, 92, 0, 0.33)',
};

const DARK: Theme = {
  foreground: '#cccccc',
  'sideBar-background': '#181818',
  descriptionForeground: '#9d9d9d',
  focusBorder: '#0078d4',
  'dropdown-background': '#313131',
  'dropdown-foreground': '#cccccc',
  'dropdown-border': '#3c3c3c',
  'list-hoverBackground': '#2a2d2e',
  'list-errorForeground': '#f88070',
  'list-warningForeground': '#cca700',
  'testing-iconPassed': '#73c991',
  'button-background': '#0078d4',
  'button-foreground': '#ffffff',
  'button-secondaryBackground': '#313131',
  'button-secondaryForeground': '#cccccc',
  'button-secondaryHoverBackground': '#3c3c3c',
  'textLink-foreground': '#4daafc',
  'textBlockQuote-border': '#616161',
  'editor-findMatchHighlightBackground': 'rgba(234, 92, 0, 0.33)',
};

const HIGH_CONTRAST: Theme = {
  foreground: '#ffffff',
  'sideBar-background': '#000000',
  descriptionForeground: 'rgba(255, 255, 255, 0.7)',
  focusBorder: '#f38518',
  contrastBorder: '#6fc3df',
  'dropdown-background': '#000000',
  'dropdown-foreground': '#ffffff',
  'dropdown-border': '#6fc3df',
  'list-errorForeground': '#f88070',
  'list-warningForeground': '#cca700',
  'testing-iconPassed': '#73c991',
  'button-foreground': '#ffffff',
  'button-border': '#6fc3df',
  'button-secondaryForeground': '#ffffff',
  'textLink-foreground': '#21a6ff',
  'textBlockQuote-border': '#ffffff',
};

/** The themes of the editor, by the class that the page gets. */
export const THEMES: Readonly<Record<string, Theme>> = {
  'vscode-light': LIGHT,
  'vscode-dark': DARK,
  'vscode-high-contrast': HIGH_CONTRAST,
};
