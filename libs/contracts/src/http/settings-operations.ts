import { ok, WRITE } from './operation';
import { ChangeLanguageModelSettingsInput, LanguageModelSettings } from './settings';

const tag = 'Settings';
const ADMINS = ['admin'] as const;

/** What an institution decides for itself. */
export const SETTINGS_OPERATIONS = {
  getLanguageModelSettings: {
    method: 'get',
    path: '/v1/settings/language-model',
    tag,
    roles: ADMINS,
    summary: 'What the language model may be given',
    success: ok(() => LanguageModelSettings),
    errors: [],
  },
  changeLanguageModelSettings: {
    method: 'patch',
    path: '/v1/settings/language-model',
    tag,
    roles: ADMINS,
    summary: 'Decide what the language model may be given',
    description: 'For runs that are accepted from now on.',
    body: () => ChangeLanguageModelSettingsInput,
    success: ok(() => LanguageModelSettings, 'As they are now'),
    errors: WRITE,
  },
} as const;
