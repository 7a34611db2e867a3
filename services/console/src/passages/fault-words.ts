/** A field that a request was refused for, as a problem names it. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  /** In the server's words, which are English. */
  readonly message: string;
}

/** Refusals that say by their code all there is to say. */
const BY_CODE = [
  'already-there',
  'damaged',
  'encrypted',
  'needs-too-much',
  'no-file',
  'no-text',
  'not-utf8',
  'title-missing',
  'too-large',
  'too-long',
  'too-long-to-read',
  'too-many-pages',
  'too-many-passages',
  'unknown-document',
  'unpacks-too-large',
  'unreadable',
  'wrong-type',
] as const;

/** Fields whose form says what is wrong with them, whatever it is. */
const BY_FIELD = { region: 'region', inRegion: 'region', year: 'year', since: 'year' } as const;

export type FaultWords =
  | (typeof BY_CODE)[number]
  | (typeof BY_FIELD)[keyof typeof BY_FIELD]
  | 'missing'
  | 'too-big';

/** Which words say a fault; undefined where only the server's do. */
export function faultWords({ pointer, code }: FieldFault): FaultWords | undefined {
  const known = BY_CODE.find((each) => each === code);
  if (known !== undefined) return known;
  const field = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (field in BY_FIELD) return BY_FIELD[field as keyof typeof BY_FIELD];
  if (code === 'too-small' || code === 'invalid-type') return 'missing';
  return code === 'too-big' ? 'too-big' : undefined;
}
