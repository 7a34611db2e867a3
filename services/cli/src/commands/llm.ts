import { type Command } from 'commander';
import { checkLines } from '../language-model/check-lines';
import { EXIT, type Surroundings, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';

/** `llm check`: what works with the language model that is configured. */
export const addLlm: AddCommand = (program, surroundings, exitWith) => {
  const llm = program.command('llm').description('the language model that is configured (LLM_BASE_URL, …)');
  addCheck(llm, surroundings, exitWith);
};

function addCheck(llm: Command, { out }: Surroundings, exitWith: Parameters<AddCommand>[2]): void {
  llm
    .command('check')
    .description(
      'ask the endpoint of the environment for its models and four small questions of nobody, and say what works; shows no key',
    )
    .option('--json', 'as JSON, for programs')
    .action(async ({ json = false }: { json?: boolean }) => {
      const check = await checked();
      out.write(json ? `${JSON.stringify(check, null, 2)}\n` : `${checkLines(check).join('\n')}\n`);
      exitWith(check.usable ? EXIT.ok : EXIT.checkFailed);
    });
}

async function checked() {
  // Only here: they bring the framework of the services and the client, for which no other command waits.
  const { readLlmConfig } = await import('@openrounds/platform');
  const { checkLlm, endpointOf } = await import('@openrounds/llm');
  const endpoint = endpointOf(readLlmConfig());
  if (endpoint === null) {
    throw new UnusableArgument('no language model is configured: set LLM_BASE_URL and LLM_MODEL');
  }
  return checkLlm(endpoint);
}
