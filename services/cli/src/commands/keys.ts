import { type KeyPurpose } from '@openrounds/platform';
import { Argument, type Command } from 'commander';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';

/** Only where it is needed: it brings the framework of the services, for which no other command waits. */
const platform = () => import('@openrounds/platform');

const PURPOSES = [
  'sealing',
  'log',
  'queue',
  'room',
  'lti',
  'smart',
  'learner',
] as const satisfies readonly KeyPurpose[];

/** `keys list|make|add|use|remove|rewrap`: the keys of an installation and their rotation. */
export const addKeys: AddCommand = (program, surroundings, exitWith) => {
  const keys = program.command('keys').description('make, list and rotate the keys of an installation');
  addList(keys, surroundings);
  addMake(keys);
  addRotation(keys, surroundings);
  keys
    .command('rewrap')
    .description('wrap all seals of a running `npm start` anew under the current key')
    .argument('<data>', 'data folder of the installation')
    .action(async (data: string) => {
      const { rewrapSeals } = surroundings;
      if (rewrapSeals === undefined) {
        throw new UnusableArgument(
          'here each service wraps its own seals anew: dist/services/gateway/src/rewrap.js and ' +
            'dist/services/case-intake/src/rewrap.js, with the environment of the service',
        );
      }
      exitWith(await rewrapSeals(data));
    });
};

function addList(keys: Command, { out }: Surroundings): void {
  onFolder(keys.command('list'))
    .description('the ids of all keys; a star marks those that new things are made with')
    .action(async (folder: string) => {
      const { readIndex } = await platform();
      for (const purpose of PURPOSES) {
        const { current, all } = readIndex(folder, purpose);
        const ids = Object.keys(all).map((id) => (id === current ? `${id}*` : id));
        out.write(`${purpose}: ${ids.join(' ')}\n`);
      }
    });
}

function addMake(keys: Command): void {
  onFolder(keys.command('make'))
    .description('make what is missing of the keys')
    .action(async (folder: string) => {
      (await platform()).ensureKeys(folder);
    });
}

function addRotation(keys: Command, { out }: Surroundings): void {
  onFolder(onPurpose(keys.command('add')))
    .description('add a new key, which is not used yet: every process must have it first')
    .action(async (purpose: KeyPurpose, folder: string) => {
      const { addKey, readIndex } = await platform();
      readIndex(folder, purpose); // a folder that was mistyped gets no keys
      out.write(`${addKey(folder, purpose)}\n`);
    });
  onId(onFolder(onPurpose(keys.command('use'))))
    .description('make a key current: what is new is made with it')
    .action(async (purpose: KeyPurpose, folder: string, id: string) => {
      (await platform()).useKey(folder, purpose, id);
    });
  onId(onFolder(onPurpose(keys.command('remove'))))
    .description('remove a key for good: what is still sealed with it cannot be opened any more')
    .action(async (purpose: KeyPurpose, folder: string, id: string) => {
      (await platform()).removeKey(folder, purpose, id);
    });
}

const onPurpose = (command: Command): Command =>
  command.addArgument(new Argument('<purpose>', 'what the key is for').choices(PURPOSES));
const onFolder = (command: Command): Command => command.argument('<folder>', 'key folder');
const onId = (command: Command): Command => command.argument('<id>', 'the key, as `list` names it');
