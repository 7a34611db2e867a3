import { type Command } from 'commander';
import { UnusableArgument } from '../surroundings';

/** Which product is asked, and as whom. */
export interface ServerOptions {
  readonly server: string;
  readonly keyFile: string;
}

/** Gives a command {@link ServerOptions}. @param roles - whose key may do it */
export const onServer = (command: Command, roles: string): Command =>
  command
    .option('--server <url>', 'address of the product', 'http://127.0.0.1:3000')
    .option('--key-file <file>', `file with an API key of ${roles}`, '.openrounds/api-key');

/** @throws UnusableArgument for a server that is no address */
export function requireAddress(server: string): void {
  if (!URL.canParse(server)) throw new UnusableArgument(`${server} is no address`);
}
