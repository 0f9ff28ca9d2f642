import { plain } from '@/app/(desk)/_http/answers';
import { receiptForm } from '@/app/(desk)/_http/receiptForm';
import { deskRequest, formOf, fromOwnPage } from '@/app/(desk)/_http/request';
import { deskWords } from '@/core/words/desk';
import { localeOfHeaders } from '@/server/auth/language';

export const dynamic = 'force-dynamic';

interface Route {
  params: Promise<{ release: string }>;
}

export const POST = async (request: Request, { params }: Route): Promise<Response> => {
  const words = deskWords[localeOfHeaders(request.headers)];
  if (!fromOwnPage(request)) return plain(403, words.problems['bad-request']);
  const form = await formOf(request);
  if (!form) return plain(400, words.problems['bad-request']);
  const { release } = await params;
  return receiptForm(await deskRequest(request), release, form);
};
