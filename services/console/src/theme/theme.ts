import { recall, remember } from '../app/storage';

export const THEMES = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];
const KEY = 'openrounds.theme';

/** The theme chosen before, else what the system prefers. Projector is only ever chosen. */
export function initialTheme(): Theme {
  const chosen = THEMES.find((theme) => theme === recall(KEY));
  return chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  remember(KEY, theme);
}
