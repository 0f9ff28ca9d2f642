import { releaseFile } from '@/app/(desk)/_http/files';
import { serveVideo } from '@/server/desk/files';

export const dynamic = 'force-dynamic';

interface Route {
  params: Promise<{ release: string }>;
}

export const GET = async (request: Request, { params }: Route): Promise<Response> => {
  const { release } = await params;
  return releaseFile(request, release, (found) => serveVideo(found, request.headers));
};
