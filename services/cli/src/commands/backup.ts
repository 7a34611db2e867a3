import { type BackupFiles, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';

const NOT_HERE =
  'here there is no database of its own: back up yours with its own tools (docs/operations.md)';

const DATA = [
  '--data <dir>',
  'data folder of the installation; .openrounds in the repository unless given',
] as const;

/** `backup FILE`: the database of `npm start` in one file, its keys apart. */
export const addBackup: AddCommand = (program, { backUp }, exitWith) => {
  program
    .command('backup')
    .description('copy the database of `npm start` into one file, while it runs or stands still')
    .argument('<file>', 'where to write it; a new file')
    .option(
      '--keys <file>',
      'write the keys, without which the backup cannot be opened, into a file of their own',
    )
    .option(...DATA)
    .action(async (file: string, options: Omit<BackupFiles, 'file'>) => {
      if (backUp === undefined) throw new UnusableArgument(NOT_HERE);
      exitWith(await backUp({ file, ...options }));
    });
};

/** `restore FILE`: a data folder out of a backup. */
export const addRestore: AddCommand = (program, { restore }, exitWith) => {
  program
    .command('restore')
    .description('make a data folder for `npm start` out of what `backup` wrote')
    .argument('<file>', 'the backup')
    .option('--keys <file>', 'its keys; without them those of the folder that is replaced are kept')
    .option(...DATA)
    .option('--replace', 'put data aside that are in the folder; they are never deleted', false)
    .action(async (file: string, options: Omit<BackupFiles, 'file'> & { replace: boolean }) => {
      if (restore === undefined) throw new UnusableArgument(NOT_HERE);
      exitWith(await restore({ file, ...options }));
    });
};
