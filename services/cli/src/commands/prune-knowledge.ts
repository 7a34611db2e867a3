import { BundleError, currentHash, loadBundle } from '@openrounds/knowledge';
import {
  type KeptVersion,
  type Need,
  planPrune,
  type PrunePlan,
  storedFiles,
} from '@openrounds/knowledge/authoring';
import { vocabularyEndings } from '@openrounds/vocabularies';
import { readKey } from '../io/read-key';
import { deleted, type Deleted } from '../knowledge-in-use/deleted';
import { inUseTogether, type VersionsInUse, versionsInUse } from '../knowledge-in-use/versions-in-use';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';
import { wholeNumber } from './whole-number';

interface PruneOptions {
  readonly dryRun?: boolean;
  readonly json?: true;
  readonly data?: readonly string[];
  readonly database?: readonly string[];
  readonly keepDays: string;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 3650;

/** `knowledge prune`: deletes the bundles that nothing needs any more. */
export const addPrune: AddCommand = (knowledge, surroundings) => {
  knowledge
    .command('prune')
    .description(
      'delete the stored versions that no record, run, assignment or room needs, and what is left of older code',
    )
    .option('--dry-run', 'say what would be deleted, and delete nothing')
    .option(
      '--data <dir...>',
      'data folders of `npm start` that use these versions too; .openrounds in the repository is asked where it is there',
    )
    .option(
      '--database <file...>',
      'for a Postgres of your own: file with the connection string of a role that may read all of it (pg_read_all_data)',
    )
    .option('--keep-days <days>', 'keep what was built or active within so many days, from 1', '7')
    .option('--json', 'machine-readable')
    .action(async ({ dryRun = false, json, data = [], database = [], keepDays }: PruneOptions) => {
      const days = wholeNumber('--keep-days', keepDays, MOST_DAYS);
      const { bundleDir, out } = surroundings;
      const since = new Date(Date.now() - days * DAY_MS);
      const active = intactActive(bundleDir);
      // Read before the databases are asked: what comes later is not in the plan.
      const stored = storedFiles(bundleDir);
      const needed = await inUse(surroundings, data, database);
      const vocabularies = vocabularyEndings();
      const plan = planPrune(stored, { active, needed, since, vocabularies });
      const gone = dryRun ? planned(plan) : deleted(bundleDir, plan, since);
      if (json) out.write(`${JSON.stringify({ dryRun, ...toldOf(plan, gone) }, null, 2)}\n`);
      else for (const line of linesOf(plan, gone, dryRun)) out.write(`${line}\n`);
    });
};

/** A store whose active bundle is missing or damaged is mended before anything is deleted in it. @throws UnusableArgument */
function intactActive(bundleDir: string): string {
  try {
    return loadBundle(bundleDir, currentHash(bundleDir)).hashes.knowledge;
  } catch (error) {
    throw error instanceof BundleError ? new UnusableArgument(error.message) : error;
  }
}

/** @throws UnusableArgument where there is nobody to ask */
async function inUse(
  { dataFolders, withDatabase }: Surroundings,
  data: readonly string[],
  files: readonly string[],
): Promise<VersionsInUse> {
  const folders = (await dataFolders?.(data)) ?? [];
  if (withDatabase === undefined && data.length > 0)
    throw new UnusableArgument('here there is no database of its own: name yours by --database');
  if (folders.length + files.length === 0)
    throw new UnusableArgument(
      'there is no database to ask what is in use: name data folders by --data, or a Postgres of your own by --database',
    );
  const said: VersionsInUse[] = [];
  for (const file of files) said.push(await versionsInUse(await readKey(file)));
  for (const folder of folders) if (withDatabase) said.push(await withDatabase(folder, versionsInUse));
  return inUseTogether(said);
}

const planned = ({ unneeded, leftovers }: PrunePlan): Deleted => ({ versions: unneeded, files: leftovers });

const bytesOf = (files: readonly { readonly bytes: number }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

const sizeOf = ({ bundle, parts }: Pick<KeptVersion, 'bundle' | 'parts'>): number =>
  bytesOf([bundle, ...parts]);

const countsOf = (needs: readonly Need[]) => Object.fromEntries(needs.map(({ by, count }) => [by, count]));

const toldOf = ({ kept, missing }: PrunePlan, { versions, files }: Deleted) => ({
  kept: kept.map((version) => ({
    version: version.hash,
    bytes: sizeOf(version),
    isActive: version.isActive,
    isRecent: version.isRecent,
    neededBy: countsOf(version.neededBy),
  })),
  missing: missing.map(({ hash, neededBy }) => ({ version: hash, neededBy: countsOf(neededBy) })),
  deleted: versions.map((version) => ({ version: version.hash, bytes: sizeOf(version) })),
  leftovers: files.map(({ name, bytes }) => ({ name, bytes })),
  bytes: bytesOf([...versions.map((version) => ({ bytes: sizeOf(version) })), ...files]),
});

function linesOf(plan: PrunePlan, gone: Deleted, dryRun: boolean): string[] {
  const { deleted: versions, leftovers, bytes } = toldOf(plan, gone);
  const did = dryRun ? 'would be deleted' : 'deleted';
  const count = `${String(versions.length)} version(s), ${String(leftovers.length)} file(s) of older code, ${megabytes(bytes)}`;
  return [
    ...plan.kept.map(
      (version) => `${version.hash} kept: ${reasonsOf(version)} (${megabytes(sizeOf(version))})`,
    ),
    ...plan.missing.map(({ hash, neededBy }) => `${hash} is NOT here: ${needsOf(neededBy).join(', ')}`),
    ...versions.map((version) => `${version.version} ${did} (${megabytes(version.bytes)})`),
    ...leftovers.map(({ name }) => `${name} ${did}`),
    `${did}: ${count}`,
  ];
}

const reasonsOf = ({ isActive, isRecent, neededBy }: KeptVersion): string =>
  [
    ...(isActive ? ['active'] : []),
    ...(isRecent && !isActive ? ['built or active lately'] : []),
    ...needsOf(neededBy),
  ].join(', ');

const needsOf = (needs: readonly Need[]): string[] => needs.map(({ by, count }) => `${String(count)} ${by}`);

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
