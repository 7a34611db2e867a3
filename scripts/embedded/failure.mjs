/** Exit code for arguments, files and folders that cannot be used. */
export const UNUSABLE = 2;

/** Something that the person at the terminal can mend: the message says how, and no stack trace is shown. */
export class Failure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}
