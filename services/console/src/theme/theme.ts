export const THEMES = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];
const KEY = 'openrounds.theme';

/** The browser may refuse storage altogether (private windows, policies); a choice then lasts as long as the page. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the choice holds for this page.
  }
}

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
