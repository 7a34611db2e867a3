import { principals, TestClock } from '@openrounds/testing';
import { MemoryTenantSettings } from '../../test/doubles/memory-tenant-settings';
import { ManageLanguageModel } from './manage-language-model';

describe('what an institution lets the language model have', () => {
  it('is proposals until it decides, and only its own decision counts', async () => {
    const manage = new ManageLanguageModel(new MemoryTenantSettings(), new TestClock());
    const admin = principals.build({ tenantId: 'one', role: 'admin' });
    expect(await manage.read('one')).toEqual({ reading: 'propose' });
    expect(await manage.change(admin, { reading: 'off' })).toEqual({ reading: 'off' });
    expect(await manage.read('one')).toEqual({ reading: 'off' });
    expect(await manage.read('other')).toEqual({ reading: 'propose' });
  });
});
