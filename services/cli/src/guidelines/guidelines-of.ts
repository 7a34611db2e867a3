import { type Command } from 'commander';
import { readKey } from '../io/read-key';
import { UnusableArgument } from '../surroundings';
import { GuidelinesApi } from './guidelines-api';

/** Which product is asked, and as whom. */
export interface ServerOptions {
  readonly server: string;
  readonly keyFile: string;
}

/** The options that {@link guidelinesOf} takes. @param roles - whose key may do it */
export const onServer = (command: Command, roles: string): Command =>
  command
    .option('--server <url>', 'address of the product', 'http://127.0.0.1:3000')
    .option('--key-file <file>', `file with an API key of ${roles}`, '.openrounds/api-key');

/** The documents of the product that was named. @throws UnusableArgument for an address or a key that is none */
export async function guidelinesOf({ server, keyFile }: ServerOptions): Promise<GuidelinesApi> {
  if (!URL.canParse(server)) throw new UnusableArgument(`${server} is no address`);
  return new GuidelinesApi(server, await readKey(keyFile));
}
