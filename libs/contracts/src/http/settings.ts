import { z } from 'zod';
import { ReadingSetting } from '../answer/coded-reading';

/** What an institution has decided about the language model, where one is configured. */
export const LanguageModelSettings = z
  .object({
    reading: ReadingSetting.meta({
      description:
        'propose: it reads the de-identified texts as well, and a person decides of each finding that it proposes; merge: what it adds ' +
        'is taken, marked, into a second run that revises the first; off: no text goes to it',
    }),
  })
  .meta({ id: 'LanguageModelSettings', example: { reading: 'propose' } });

export const ChangeLanguageModelSettingsInput = z
  .strictObject({ reading: ReadingSetting })
  .meta({ id: 'ChangeLanguageModelSettingsInput', example: { reading: 'off' } });

export type LanguageModelSettings = z.infer<typeof LanguageModelSettings>;
