import { Link } from '@payloadcms/ui';
import type { DefaultServerCellComponentProps } from 'payload';

/** A name in a list; in its first column it opens the document, as Payload's own cells do. */
export const Named = ({
  name,
  of: { link, collectionSlug, rowData },
}: {
  name: string | null;
  of: DefaultServerCellComponentProps;
}) =>
  link ? (
    <Link href={`/admin/collections/${collectionSlug}/${rowData.id}`} prefetch={false}>
      {name ?? '—'}
    </Link>
  ) : (
    (name ?? '—')
  );
