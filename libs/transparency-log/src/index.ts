export { canonicalHash, canonicalJson } from './canonical/canonical-json';
export { EMPTY_ROOT, type Hash, isHash, leafHash, nodeHash } from './tree/hash';
export { merkleTreeHash } from './tree/merkle-tree-hash';
export {
  type Appended,
  appendLeaf,
  type CompactRange,
  EMPTY_RANGE,
  rootOf,
  type TreeNode,
} from './tree/compact-range';
export { consistencyPlaces, grewOutOf, type NodePlace } from './tree/consistency';
export { consistencySteps, inclusionSteps, proofOf, type ProofStep } from './tree/proof-places';
export { parseTilePath, placesOfTile, type Tile, tilePath } from './tree/tile';
export { type Head, isConsistent, isIncluded } from './tree/verify-proof';
export { isSalt, newSalt, saltedLeaf, saltedLeafOfText } from './leaf/salted-leaf';
export { LogFormatError, type LogFormatCode } from './checkpoint/log-format-error';
export { type NoteSigner, noteSigner, type NoteVerifier, noteVerifier } from './checkpoint/note-key';
export {
  type NoteSignature,
  parseNote,
  type SignedNote,
  signNote,
  verifyNote,
} from './checkpoint/signed-note';
export {
  type Checkpoint,
  checkpointText,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from './checkpoint/checkpoint';
export { exportHeader, exportLine, isExportHeader, verifyExportLines } from './export/export-lines';
export {
  type ExportedEntry,
  type ExportProblem,
  type ExportSignature,
  type ExportVerdict,
  type LogExport,
  verifyExport,
} from './export/verify-export';
