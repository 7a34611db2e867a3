const LONGEST_NAME = 120;

/** A name as names are compared: without regard to case, width and outer space. */
export function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** A name that goes on a screen: one line, no control characters, not endless. */
export function printable(name: string): string {
  const line = name.replace(/[\p{C}\s]+/gu, ' ').trim();
  return Array.from(line).slice(0, LONGEST_NAME).join('');
}
