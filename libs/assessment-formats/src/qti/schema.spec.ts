import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { ITEMS } from '../../test/items.fixture';
import { writeQuestions } from '../write-questions';

/**
 * A folder with `qti3.xsd` and `qti21.xsd` and whatever they import, by plain file names. Their licence is not plainly open: they are not part
 * of the product.
 */
const FOLDER = process.env['QTI_SCHEMAS'];
const filesOf = (folder: string) =>
  readdirSync(folder).map((fileName) => ({
    fileName,
    contents: readFileSync(join(folder, fileName), 'utf8'),
  }));

describe.each(['qti3', 'qti21'] as const)(
  'items of %s against the schemas that QTI_SCHEMAS names',
  (format) => {
    (FOLDER === undefined ? it.skip : it)('are valid', async () => {
      const given = filesOf(FOLDER ?? '');
      const { files } = writeQuestions(Object.values(ITEMS), format, 'en');
      const items = Object.entries(files).filter(([path]) => path.startsWith('items/'));
      const { errors } = await validateXML({
        xml: items.map(([path, content]) => ({
          fileName: path.replace('/', '-'),
          contents: String(content),
        })),
        schema: given.filter(({ fileName }) => fileName === `${format}.xsd`),
        preload: given.filter(({ fileName }) => fileName !== `${format}.xsd`),
      });
      expect(errors).toEqual([]);
    });
  },
);
