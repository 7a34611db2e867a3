import { readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST } from './places.mjs';
import { writeWhole } from './sources.mjs';
import { readerOf } from './text-reader.cjs';

/** What is generated into a folder `compiled` exports texts and nothing else, some hundred kilobytes and more of them. */
const LONG = /[\\/]compiled[\\/][\w-]+\.js$/;
const MADE = /^texts-.*\.txt$/;
/** A service that runs while another version is built beside it may not have read them yet. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const require = createRequire(import.meta.url);

/**
 * Puts long texts into files beside a bundle, where they are read whenever somebody asks for one. In the bundle V8 would hold
 * each of them for good, as part of the program's text and once more as a constant.
 *
 * @param {string} folder where the bundle will lie
 * @returns {import('rolldown').Plugin}
 */
export const longTextsBeside = (folder) => {
  const written = new Set();
  return {
    name: 'long-texts',
    load(id) {
      if (!id.startsWith(DIST) || !LONG.test(id)) return null;
      const { code, content, name } = readerOf(require(id));
      writeWhole(join(folder, name), content);
      written.add(name);
      return { code, map: { mappings: '' } };
    },
    closeBundle() {
      for (const file of readdirSync(folder)) {
        if (MADE.test(file) && !written.has(file) && isOld(join(folder, file))) rmSync(join(folder, file));
      }
    },
  };
};

const isOld = (file) => Date.now() - statSync(file).mtimeMs > KEPT_MS;
