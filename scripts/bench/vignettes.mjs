import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST } from '../build/places.mjs';

const VIGNETTE = 2_000;
export const LANGUAGES = ['en', 'zh'];

/** A library as it was built. */
export const fromBuild = (library) =>
  createRequire(import.meta.url)(join(DIST, 'libs', library, 'src', 'index.js'));

/** Our teaching cases as one text. */
export const toldIn = ({ teachingCases }, language) =>
  teachingCases.flatMap(({ stages }) => stages.map(({ text }) => text[language])).join('\n');

/** Texts of just 2,000 characters, made of our teaching cases. */
export const vignettesOf = (bundle, language) =>
  toldIn(bundle, language).match(new RegExp(`[^]{${VIGNETTE}}`, 'gu'));
