import { deskWords } from '@/core/words/desk';
import { plain } from '@/desk/http/answers';
import { receiptForm } from '@/desk/http/receiptForm';
import { deskRequest, fromOwnPage } from '@/desk/http/request';
import { localeOfHeaders } from '@/server/auth/language';

export const dynamic = 'force-dynamic';

interface Route {
  params: Promise<{ release: string }>;
}

export const POST = async (request: Request, { params }: Route): Promise<Response> => {
  if (!fromOwnPage(request)) return plain(403, deskWords[localeOfHeaders(request.headers)].problems['bad-request']);
  const { release } = await params;
  return receiptForm(await deskRequest(request), release, await request.formData());
};
