import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { ImportGuidelineInput, MAX_DOCUMENT_BYTES } from '@openrounds/contracts';
import { type GuidelinesApi } from '../guidelines/guidelines-api';
import { countOfPassages } from '../guidelines/count-of-passages';
import { guidelinesOf } from '../guidelines/guidelines-of';
import { mediaTypeOf } from '../guidelines/media-type';
import { saidOf } from '../guidelines/said-of';
import { type HowFar, Progress } from '../io/progress';
import { reasonOf } from '../io/read-json';
import { onServer, type ServerOptions } from '../server/server-options';
import { EXIT, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';

interface ImportOptions {
  readonly licence: string;
  readonly source: string;
  readonly year: number;
  readonly title?: string;
  readonly publisher?: string;
  readonly region?: string;
  readonly language?: string;
  readonly supersedes?: string;
}

/** `guidelines import FILE…` */
export const addImport: AddCommand = (guidelines, { out, err }, exitWith) => {
  const command = guidelines
    .command('import')
    .description(
      'import PDF, Word, HTML or Markdown files into a running product, for its tenant alone; the same file is the same document',
    )
    .argument('<file...>', 'the files: .pdf, .docx, .html, .md')
    .requiredOption('--licence <text>', 'under which they may be shown: CC BY 4.0, internal use')
    .requiredOption('--source <text>', 'where they are from: an address, or a place in words')
    .requiredOption('--year <year>', 'of the edition', Number)
    .option('--title <text>', 'of a single file; otherwise what the document says')
    .option('--publisher <text>', 'otherwise the source')
    .option('--region <code>', 'where it applies: GB, CN, international')
    .option('--language <code>', 'en or zh; otherwise told from the text')
    .option('--supersedes <id>', 'of a single file: the document whose place it takes');
  onServer(command, 'an author or admin').action(
    async (files: string[], { server, keyFile, ...said }: ImportOptions & ServerOptions) => {
      if (files.length > 1 && (said.title ?? said.supersedes) !== undefined)
        throw new UnusableArgument('--title and --supersedes are of a single file');
      const described = await Promise.all(files.map((file) => describe(file, said)));
      const api = await guidelinesOf({ server, keyFile });
      const progress = new Progress(err, 'documents');
      for (const [at, { file, saying }] of described.entries()) {
        const doing = `${file}, ${String(at + 1)} of ${String(described.length)}`;
        const line = await progress.during(
          doing,
          () => saidOf(() => imported(api, file, saying)),
          arrivalOf(api, file),
        );
        progress.count(!line.ok);
        if (!line.ok) exitWith(EXIT.checkFailed);
        out.write(`${file}: ${line.text}\n`);
      }
      progress.finish();
    },
  );
};

/** A file with what is said of it; its bytes are read when it is its turn. */
interface Described {
  readonly file: string;
  readonly saying: Omit<ImportGuidelineInput, 'content'>;
}

const Saying = ImportGuidelineInput.omit({ content: true });

/** Before anything is sent. @throws UnusableArgument for a file or an option that cannot be sent */
async function describe(file: string, said: ImportOptions): Promise<Described> {
  const mediaType = mediaTypeOf(file);
  const { size } = await stat(file).catch(unreadable(file));
  if (size > MAX_DOCUMENT_BYTES)
    throw new UnusableArgument(`${file} is larger than ${String(MAX_DOCUMENT_BYTES)} bytes`);
  const input = Saying.safeParse({ ...said, mediaType });
  if (input.success) return { file, saying: input.data };
  const [issue] = input.error.issues;
  throw new UnusableArgument(`--${String(issue?.path[0])}: ${issue?.message ?? 'not valid'}`);
}

const bytesOf = (file: string): Promise<Buffer> => readFile(file).catch(unreadable(file));

const unreadable =
  (file: string) =>
  (error: unknown): never => {
    throw new UnusableArgument(`${file} cannot be read: ${reasonOf(error)}`);
  };

async function imported(api: GuidelinesApi, file: string, saying: Described['saying']): Promise<string> {
  const content = (await bytesOf(file)).toString('base64');
  const { document, isNew } = await api.import({ ...saying, content });
  const { id, title, passages } = document;
  const text = `${title}, ${countOfPassages(passages)}, document ${id}`;
  return isNew ? text : `${text}, was there already`;
}

/** "1200 of 3000 passages"; nothing before the file is split. */
function arrivalOf(api: GuidelinesApi, file: string): HowFar {
  let sha256: Promise<string> | undefined;
  return async () => {
    sha256 ??= bytesOf(file).then((bytes) => createHash('sha256').update(bytes).digest('hex'));
    const importing = await api.importing(await sha256);
    return importing && `${String(importing.arrived)} of ${countOfPassages(importing.passages)}`;
  };
}
