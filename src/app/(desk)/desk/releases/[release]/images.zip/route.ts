import { releaseFile } from '@/app/(desk)/_http/files';
import { serveZip } from '@/server/desk/files';

export const dynamic = 'force-dynamic';

interface Route {
  params: Promise<{ release: string }>;
}

export const GET = async (request: Request, { params }: Route): Promise<Response> => {
  const { release } = await params;
  return releaseFile(request, release, (found, words) =>
    serveZip(found, words.zipName(found.localDate, words.kinds[found.kind])),
  );
};
