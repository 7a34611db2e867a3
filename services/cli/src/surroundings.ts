import { type OwnProduct } from './rehearsal/own-product';

/** What `backup` and `restore` are told, as it was typed. */
export interface BackupFiles {
  readonly file: string;
  readonly keys?: string;
  readonly data?: string;
}

/** What the command line is given by whoever starts it. */
export interface Surroundings {
  /** Folder that the authors of knowledge write in. */
  readonly knowledgeDir: string;
  /** The bundle store. */
  readonly bundleDir: string;
  /** Makes sure that the bundle store holds the knowledge as it is written, where that is wanted. */
  readonly prepareBundle: () => Promise<unknown>;
  /** Wraps the seals of a running `npm start` anew; resolves to the exit code. Absent where no such thing runs. */
  readonly rewrapSeals?: (dataDir: string) => Promise<ExitCode>;
  /** Builds what is missing and starts a product with data of its own. Absent where there is nothing to start. */
  readonly startProduct?: () => Promise<OwnProduct>;
  /** Copies the database of an `npm start` into a file; resolves to the exit code. Absent where no such thing runs. */
  readonly backUp?: (given: BackupFiles) => Promise<ExitCode>;
  /** Makes a data folder out of such a copy. */
  readonly restore?: (given: BackupFiles & { readonly replace: boolean }) => Promise<ExitCode>;
  /** The data folders of an `npm start` that are meant: those given, and its own where there is one. Absent where no such thing runs. */
  readonly dataFolders?: (given: readonly string[]) => Promise<readonly string[]>;
  /** Gives the database of such a folder to use, by a superuser's connection string, whether the product runs or stands still. */
  readonly withDatabase?: <T>(dataDir: string, use: (url: string) => Promise<T>) => Promise<T>;
  readonly out: NodeJS.WritableStream;
  /** For messages and progress; `isTTY` decides whether progress is shown. */
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Exit codes of the command line. */
export const EXIT = {
  ok: 0,
  /** A check that failed: a golden file that differs, knowledge with errors, a log that does not verify. */
  checkFailed: 1,
  /** Arguments or files that cannot be used. */
  unusable: 2,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Thrown for arguments and files that cannot be used; the message is for the person at the terminal. */
export class UnusableArgument extends Error {
  override readonly name = 'UnusableArgument';
}
