export { canonicalHash } from './canonical/canonical-hash';
export { canonicalJson } from './canonical/canonical-json';
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
export { tilesOver } from './tree/tiles-over';
export { type Head, isConsistent, isIncluded } from './tree/verify-proof';
export { isSalt } from './leaf/leaf-text';
export { newSalt, saltedLeaf, saltedLeafOfText } from './leaf/salted-leaf';
export { LogFormatError, type LogFormatCode } from './checkpoint/log-format-error';
export { type NoteSigner, noteSigner, type NoteVerifier, noteVerifier } from './checkpoint/note-key';
export {
  type Cosigned,
  cosignaturesOf,
  cosignedBy,
  type Witness,
  witness,
  type WitnessVerifier,
  witnessVerifier,
} from './checkpoint/cosignature';
export {
  type NoteSignature,
  parseNote,
  parseSignatureLine,
  type SignedNote,
  withSignatures,
} from './checkpoint/note-format';
export { signNote, verifyNote } from './checkpoint/signed-note';
export { signCheckpoint, verifyCheckpoint } from './checkpoint/checkpoint';
export { type Checkpoint, checkpointText, parseCheckpoint } from './checkpoint/checkpoint-text';
export { exportHeader, exportLine, isExportHeader, verifyExportLines } from './export/export-lines';
export {
  type ExportedEntry,
  type ExportProblem,
  type ExportSignature,
  type ExportVerdict,
  type LogExport,
  judgeEntry,
  verifyExport,
} from './export/verify-export';
export { NODE_PRIMITIVES } from './record/node-primitives';
export { RECORD_FORMAT, type RecordFile, recordFileText } from './record/record-file';
export {
  type Primitives,
  RECORD_CHECKS,
  type RecordCheck,
  type RecordProblem,
  type RecordVerdict,
  verifyRecordFile,
} from './record/verify-record-file';
