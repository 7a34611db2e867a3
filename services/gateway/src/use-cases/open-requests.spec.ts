import { principals, signal } from '@openrounds/testing';
import { OpenRequests } from './open-requests';

const teacher = principals.build();
const other = principals.build({ subject: 'teacher-2' });

describe('OpenRequests', () => {
  it('lets a principal keep so many open, and another as many', async () => {
    const requests = new OpenRequests(2);
    const end = signal();
    const open = [teacher, teacher, other, other].map((each) => requests.during(each, () => end.happened));
    const refused = jest.fn(() => Promise.resolve());
    await expect(requests.during(teacher, refused)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: 5,
    });
    expect(refused).not.toHaveBeenCalled();
    end.fire();
    await Promise.all(open);
    await expect(requests.during(teacher, () => Promise.resolve('again'))).resolves.toBe('again');
  });

  it('counts one that failed no longer', async () => {
    const requests = new OpenRequests(1);
    for (const time of [1, 2]) {
      const failing = requests.during(teacher, () => Promise.reject(new Error(`failed ${String(time)}`)));
      await expect(failing).rejects.toThrow(`failed ${String(time)}`);
    }
  });
});
