import { rewrapService } from '@openrounds/persistence';
import { main } from '@openrounds/platform';
import { SEALED_COLUMNS } from './persistence/sealed-columns';

/** Run after a rotation of the key-encryption key: see "Keys" in docs/operations.md. */
main(() => rewrapService({ name: 'ddx-ranking', schema: 'ddx_ranking', columns: SEALED_COLUMNS }));
