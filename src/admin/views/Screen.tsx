import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';
import { can } from '@/core/abilities';
import { adminWords } from '@/core/words/admin';
import type { Context } from '@/server/context';
import { StaffOnly } from '../brand/StaffOnly';
import { screenContext } from '../context';

/**
 * A screen of ours inside Payload's frame. Payload lets anybody reach custom views, so who may is asked here:
 * nobody goes to the sign-in form, staff get the way to their desk.
 */
export async function screen(
  props: AdminViewServerProps,
  {
    path,
    title,
    show,
  }: {
    path: string;
    /** Left out where what is shown begins with a heading of its own. */
    title?: (ctx: Context) => string;
    show: (ctx: Context) => Promise<ReactNode>;
  },
): Promise<ReactNode> {
  const { initPageResult, params, searchParams } = props;
  const { req, permissions, locale, visibleEntities } = initPageResult;
  const ctx = await screenContext(req);
  if (!ctx) redirect(`/admin/login?redirect=${encodeURIComponent(path)}`);
  if (!can(ctx.actor, 'admin.open')) return <StaffOnly words={adminWords[ctx.locale]} />;
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      viewActions={req.payload.config.admin.components.actions}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <div className="md md-screen">
        {title ? <h1>{title(ctx)}</h1> : null}
        {await show(ctx)}
      </div>
    </DefaultTemplate>
  );
}
