import { type GuidelineDocument } from '@openrounds/contracts';
import { countOfPassages } from '../guidelines/count-of-passages';
import { guidelinesOf } from '../guidelines/guidelines-of';
import { saidOf } from '../guidelines/said-of';
import { onServer, type ServerOptions } from '../server/server-options';
import { EXIT } from '../surroundings';
import { type AddCommand } from './command';
import { addImport } from './import-guidelines';

/** `guidelines import|list|withdraw`: for those who keep the guidelines of an institution. */
export const addGuidelines: AddCommand = (program, surroundings, exitWith) => {
  const guidelines = program.command('guidelines').description('guideline documents of your own institution');
  addImport(guidelines, surroundings, exitWith);
  addList(guidelines, surroundings, exitWith);
  addWithdraw(guidelines, surroundings, exitWith);
};

/** `guidelines list` */
const addList: AddCommand = (guidelines, { out }) => {
  const command = guidelines
    .command('list')
    .description('the documents that were imported into a running product, newest first, withdrawn ones too')
    .option('--json', 'machine-readable');
  onServer(command, 'a teacher, author or admin').action(
    async ({ json = false, ...options }: ServerOptions & { readonly json?: boolean }) => {
      const documents = await (await guidelinesOf(options)).list();
      if (json) out.write(`${JSON.stringify(documents, null, 2)}\n`);
      else for (const document of documents) out.write(`${lineOf(document)}\n`);
    },
  );
};

function lineOf(document: GuidelineDocument): string {
  const { id, title, publisher, year, region, language, passages, status, supersededBy } = document;
  const state = status === 'superseded' && supersededBy !== null ? `superseded by ${supersededBy}` : status;
  const facts = [title, publisher, String(year), region, language, countOfPassages(passages), state];
  return `${id}: ${facts.join(', ')}`;
}

/** `guidelines withdraw ID…` */
const addWithdraw: AddCommand = (guidelines, { out }, exitWith) => {
  const command = guidelines
    .command('withdraw')
    .description(
      'take documents out of the searches and new runs of a running product; old runs keep what they show',
    )
    .argument('<id...>', 'the documents, as `list` and `import` name them');
  onServer(command, 'an author or admin').action(async (ids: string[], options: ServerOptions) => {
    const api = await guidelinesOf(options);
    for (const id of ids) {
      const line = await saidOf(async () => {
        await api.withdraw(id);
        return 'withdrawn';
      });
      if (!line.ok) exitWith(EXIT.checkFailed);
      out.write(`${id}: ${line.text}\n`);
    }
  });
};
