import { type NodePlace } from './consistency';

/** Nodes in a full tile, and levels of the tree from the foot of a tile to that of the one above. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;

/**
 * Up to 256 neighbouring nodes of the tree (C2SP tlog-tiles). Level 0 holds leaf hashes, level 1 the roots of 256 leaves
 * each, and so on; `width` is less than 256 at the right edge of a tree only.
 */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

const TILE_PATH = /^tile\/(0|[1-5]?[0-9]|6[0-3])\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** `tile/<level>/<index>[.p/<width>]`, the index in groups of three digits: 1234067 is `x001/x234/067`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const named = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
  return `tile/${String(level)}/${named}${width === TILE_WIDTH ? '' : `.p/${String(width)}`}`;
}

/** The tile of a path as {@link tilePath} writes it; undefined for any other text. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, named, width] = TILE_PATH.exec(path) ?? [];
  if (level === undefined || named === undefined) return undefined;
  const tile = {
    level: Number(level),
    index: Number(named.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const isOne = Number.isSafeInteger(tile.index) && tile.width <= TILE_WIDTH && tilePath(tile) === path;
  return isOne ? tile : undefined;
}

/** Where the nodes of a tile stand; undefined where a tree of this size does not hold them all. */
export function placesOfTile({ level, index, width }: Tile, size: number): NodePlace[] | undefined {
  const first = index * TILE_WIDTH;
  const row = Math.floor(size / 2 ** (level * TILE_HEIGHT));
  if (first + width > row) return undefined;
  return Array.from({ length: width }, (_, at) => ({ level: level * TILE_HEIGHT, index: first + at }));
}
