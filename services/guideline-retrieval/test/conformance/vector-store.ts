import { newId } from '@openrounds/platform';
import { type VectorStore } from '../../src/ports/vector-store';

/** What every store of vectors does; `open` gives one that may hold those of other models. */
export const itKeepsVectors = (open: () => VectorStore): void => {
  let store: VectorStore;
  let model: string;

  beforeEach(async () => {
    store = open();
    model = newId();
    await store.save(model, [
      { textHash: 'a', vector: [1, 0.1, 0] },
      { textHash: 'b', vector: [0, 2, 0] },
      { textHash: 'c', vector: [-1, 0, 0] },
      { textHash: 'twin-of-b', vector: [0, 4, 0] },
      { textHash: 'short', vector: [1, 0] },
    ]);
  });

  it('tells what has no vector of a model', async () => {
    expect(await store.missing(model, ['a', 'x', 'b', 'y'])).toEqual(['x', 'y']);
    expect(await store.missing(newId(), ['a'])).toEqual(['a']);
    expect(await store.missing(model, [])).toEqual([]);
  });

  it('ranks by cosine whatever the lengths, ties by hash, those of the same length alone', async () => {
    const all = ['twin-of-b', 'c', 'b', 'a', 'short', 'unknown'];
    expect(await store.nearest(model, [3, 0, 0], all)).toEqual(['a', 'b', 'twin-of-b', 'c']);
    expect(await store.nearest(model, [0, 1, 0], ['a', 'b'])).toEqual(['b', 'a']);
  });

  it('keeps the first vector of a text', async () => {
    await store.save(model, [{ textHash: 'a', vector: [0, 0, 1] }]);
    expect(await store.nearest(model, [0, 0, 1], ['a', 'b', 'c'])).toEqual(
      await store.nearest(model, [0, 0, 1], ['c', 'b', 'a']),
    );
    expect((await store.nearest(model, [1, 0, 0], ['b', 'a']))[0]).toBe('a');
  });
};
