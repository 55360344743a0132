/** Identity, as the server, its routes and the command line use it. */
export { accountOf, type Caller } from './caller.ts';
export { ensureFirstUser } from './first-user.ts';
export { CALLER_BY_KEY, createIdentity, type Identity, keyHash } from './identity.ts';
export { issueKey, type KeyMaker, type KeyOwner, keyOf, listKeys, revokeKey } from './keys.ts';
export {
  addMember,
  changeRole,
  createOrganization,
  listOrganizations,
  membersOf,
  nameSchema,
  organizationBy,
  ROLES,
  type Role,
  removeMember,
  slugSchema,
} from './organizations.ts';
export { mountIdentity } from './routes.ts';
export { sweepIdentity } from './sweep.ts';
export { createUser, listUsers, removeUser, setPassword, signInLink, userBy } from './users.ts';
