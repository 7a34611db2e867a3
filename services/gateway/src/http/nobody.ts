import { type Principal } from '@openrounds/contracts';

/** What is public belongs to no tenant; messages have one all the same. */
export const NOBODY: Principal = { tenantId: 'public', subject: 'public', role: 'student' };
