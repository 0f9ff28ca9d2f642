import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { actorOf, idOf, rolesIn } from '@/core/abilities';
import {
  type Account,
  type AccountChange,
  type AccountRefusal,
  refuseAccountChange,
} from '@/core/abilities/people';
import { wordsFor } from '@/server/auth/language';
import { askedOf } from './asked';

/** Who may change roles, standing, team, profile and keys of whom: asked of the core for each real change. */
export const raiseOnlyByAdmin: CollectionBeforeChangeHook = ({ operation, originalDoc, req }) => {
  const asked = askedOf(req);
  if (asked === null) return;
  const before = operation === 'create' ? null : accountOf(originalDoc);
  const refusal = refuseAccountChange({
    actor: actorOf(req.user),
    before,
    change: changeOf(asked, before === null ? {} : originalDoc),
  });
  if (refusal !== null) throw new APIError(wordsFor(req)[sentences[refusal]], 403);
};

const sentences = {
  roles: 'rolesOnlyByAdmin',
  active: 'activeOnlyByAdmin',
  team: 'teamOnlyByAdmin',
  profile: 'profileNotOwn',
  signInName: 'signInNameNotOwn',
  apiKey: 'apiKeyOnlyByAdmin',
} as const satisfies Record<AccountRefusal, string>;

function accountOf(doc: { id: unknown; roles?: unknown; team?: unknown }): Account {
  return { id: idOf(doc.id) ?? '', roles: rolesIn(doc.roles), team: idOf(doc.team) };
}

/** Only what differs from what is stored: the admin's form sends every field back. */
function changeOf(asked: Record<string, unknown>, stored: Record<string, unknown>): AccountChange {
  const change: AccountChange = {};
  if ('roles' in asked && !same([...rolesIn(asked.roles)].sort(), [...rolesIn(stored.roles)].sort())) {
    change.roles = rolesIn(asked.roles);
  }
  if ('active' in asked && asked.active !== (stored.active ?? true)) change.active = asked.active === true;
  if ('team' in asked && idOf(asked.team) !== idOf(stored.team)) change.team = idOf(asked.team);
  if (differs(asked, stored, 'name') || differs(profile(asked), profile(stored))) change.profile = true;
  if (differs(asked, stored, 'username') || differs(asked, stored, 'email')) change.signInName = true;
  if (asked.enableAPIKey === true || text(asked.apiKey) !== '') change.apiKey = true;
  if (asked.enableAPIKey === false && stored.enableAPIKey === true) change.apiKey = true;
  return change;
}

const profileKeys = ['wechatId', 'storeName', 'qr', 'couponCode'] as const;

function profile(doc: Record<string, unknown>): Record<string, unknown> {
  return typeof doc.profile === 'object' && doc.profile !== null ? { ...doc.profile } : {};
}

function differs(
  asked: Record<string, unknown>,
  stored: Record<string, unknown>,
  ...keys: string[]
): boolean {
  return (keys.length > 0 ? keys : profileKeys).some(
    (name) => name in asked && text(asked[name]) !== text(stored[name]),
  );
}

function text(value: unknown): string {
  return (idOf(value) ?? '').trim().toLowerCase();
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
