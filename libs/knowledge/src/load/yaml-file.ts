import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type Problem } from './problem';

export type Path = readonly (string | number)[];

/** A parsed YAML file that still knows on which line everything stood. */
export interface YamlFile {
  /** Relative to the knowledge folder, with `/`. */
  readonly file: string;
  readonly value: unknown;
  /** The line of the node at `path`, or of the nearest node above it. */
  lineOf(path: Path): number;
  /** The complete source lines of the node at `path`, trailing comment included. */
  sourceOf(path: Path): string;
}

export interface YamlReading {
  readonly yaml?: YamlFile;
  readonly problems: Problem[];
}

/** Reads one YAML file; every syntax error becomes a problem with its line. */
export function readYamlFile(absolutePath: string, file: string): YamlReading {
  const source = readFileSync(absolutePath, 'utf8');
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false, merge: true });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        rule: 'yaml',
        severity: 'error',
        file,
        line: lineCounter.linePos(error.pos[0]).line,
        id: '',
        message: error.message,
      })),
    };
  }
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const value = plainValue(document);
  if (!value.ok) {
    return {
      problems: [{ rule: 'yaml', severity: 'error', file, line: 1, id: '', message: value.message }],
    };
  }
  const lines = source.split('\n');
  return {
    problems: [],
    yaml: {
      file,
      value: value.plain,
      lineOf: (path) => lineAt(rangeOf(document, path)[0]),
      sourceOf: (path) => {
        const [start, end] = rangeOf(document, path);
        return lines.slice(lineAt(start) - 1, lineAt(Math.max(start, end - 1))).join('\n');
      },
    },
  };
}

type PlainValue =
  | { readonly ok: true; readonly plain: unknown }
  | { readonly ok: false; readonly message: string };

/** Aliases are resolved only here: one without anchor parses, and fails now. */
function plainValue(document: Document): PlainValue {
  try {
    return { ok: true, plain: document.toJS() };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { ok: false, message: error.message };
  }
}

/** Start and end offset of the deepest node that exists along `path`. */
function rangeOf(document: Document, path: Path): readonly [number, number] {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return [node.range[0], node.range[2]];
  }
  const root = document.contents?.range;
  return root ? [root[0], root[2]] : [0, 0];
}
