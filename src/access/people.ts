/** Field access of accounts. The real checks of a write are in `core/abilities/people`, asked by a hook. */
import type { FieldAccess } from 'payload';
import { actorOf, hasRole, idOf, rolesIn } from '../core/abilities';
import { mayManage } from '../core/abilities/people';

/** Whether somebody looks after the system: what is shown to them alone, not what they may do. */
export const isAdmin = (user: unknown): boolean => hasRole(actorOf(user), 'admin');

const admin: FieldAccess = ({ req }) => hasRole(actorOf(req.user), 'admin');

/** Read by oneself, managers and admins; written by an admin, or a manager for staff, never for himself. */
const byManager: FieldAccess = ({ req, doc }) => {
  const actor = actorOf(req.user);
  if (hasRole(actor, 'admin')) return true;
  if (!hasRole(actor, 'manager')) return false;
  const id = idOf(doc?.id);
  return id === null || mayManage(actor, { id, roles: rolesIn(doc?.roles), team: idOf(doc?.team) });
};

const byManagerOrSelf: FieldAccess = (args) =>
  idOf(args.doc?.id) === actorOf(args.req.user)?.id || byManager(args) === true;

/** Without a document (a `where`, a list of permissions) only managers and admins may name the field. */
const seenByManagerOrSelf: FieldAccess = ({ req, doc, id }) => {
  const actor = actorOf(req.user);
  if (hasRole(actor, 'admin', 'manager')) return true;
  const subject = idOf(doc?.id) ?? idOf(id);
  return actor !== null && subject !== null && subject === actor.id;
};

export const accountField = { read: seenByManagerOrSelf, create: byManager, update: byManager };
export const ownSettingField = { create: byManager, update: byManagerOrSelf };
export const standingField = { create: byManager, update: byManager };
export const rolesField = { create: byManager, update: admin };
export const apiKeyField = { create: admin, update: admin, read: () => false };
export const apiKeySwitchField = { create: admin, update: admin, read: admin };
const nobody: FieldAccess = () => false;
export const sessionsField = { create: nobody, update: nobody, read: nobody };
