import { eachOf } from './each-of';

describe('eachOf', () => {
  it('does the work for each in order', async () => {
    expect(await eachOf([1, 2, 3], (item) => Promise.resolve(item * 2))).toEqual([2, 4, 6]);
  });

  it('goes on after a failure, and says so at the end', async () => {
    const worked: number[] = [];
    const work = (item: number): Promise<void> => {
      worked.push(item);
      return item === 2 ? Promise.reject(new Error('no')) : Promise.resolve();
    };
    await expect(eachOf([1, 2, 3], work)).rejects.toMatchObject({ errors: [new Error('no')] });
    expect(worked).toEqual([1, 2, 3]);
  });
});
