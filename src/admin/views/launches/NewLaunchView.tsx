import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { launchPageWords } from '@/core/words/launchPages';
import { launchFormOf } from '@/server/screens/launchForm';
import { screen } from '../Screen';
import { LaunchForm } from './LaunchForm';

/** One form from a template to a script. */
export const NewLaunchView = (props: AdminViewServerProps) =>
  screen(props, {
    path: '/admin/launches/new',
    show: async (ctx) => {
      const words = launchPageWords[ctx.locale];
      const form = await launchFormOf(ctx);
      const asked = props.searchParams?.template;
      const given = form.templates.find(({ id }) => id === asked) ?? form.templates[0];
      return (
        <div className="md-launch-new">
          <header>
            <p className="md-small">
              <Link href="/admin/launches" prefetch={false}>
                {words.back}
              </Link>
            </p>
            <h1>{words.form.title}</h1>
          </header>
          {form.mayMake ? null : <p className="md-note">{words.form.mayNot}</p>}
          {given ? (
            <LaunchForm form={form} given={given.id} now={ctx.now} />
          ) : (
            <p className="md-note">{words.form.noTemplates}</p>
          )}
        </div>
      );
    },
  });
