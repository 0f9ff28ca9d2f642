import { releaseFile } from '@/app/(desk)/_http/files';
import { servePicture } from '@/server/desk/files';

export const dynamic = 'force-dynamic';

interface Route {
  params: Promise<{ release: string; n: string }>;
}

export const GET = async (request: Request, { params }: Route): Promise<Response> => {
  const { release, n } = await params;
  return releaseFile(request, release, (found) => servePicture(found, n, request.headers));
};
