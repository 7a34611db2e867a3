import { readKey } from '../io/read-key';
import { requireAddress, type ServerOptions } from '../server/server-options';
import { GuidelinesApi } from './guidelines-api';

/** The documents of the product that was named. @throws UnusableArgument for an address or a key that is none */
export async function guidelinesOf({ server, keyFile }: ServerOptions): Promise<GuidelinesApi> {
  requireAddress(server);
  return new GuidelinesApi(server, await readKey(keyFile));
}
