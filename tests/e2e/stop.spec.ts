import { expect, test } from './fixtures';
import { keepScreen, openAdmin, openDesk, tokenOf } from './people';

/** One act ends handing out and copying everywhere within ten seconds; a manager sees first what then goes out. */
test('an editor stops everything, an open desk follows within ten seconds, a manager resumes', async ({
  page,
  browser,
  request,
}) => {
  const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await openDesk(phone);
  const copies = phone.locator('[data-step="copy"]');
  await expect(copies.first()).toBeAttached();

  await openAdmin(page, 'editor');
  await page.getByRole('button', { name: '紧急停发' }).click();
  await page.getByLabel('为什么停').fill('价格写错了');
  await keepScreen(page, 'stop-ask');
  const stopped = Date.now();
  await page.getByRole('button', { name: '确定停发' }).click();
  await expect(phone.locator('.notice.stop')).toBeVisible({ timeout: 10_000 });
  expect(Date.now() - stopped).toBeLessThan(10_000);
  await expect(phone.locator('.notice.stop')).toContainText('价格写错了');
  await expect(copies).toHaveCount(0);
  await keepScreen(phone, 'stop-desk');
  await phone.close();

  const banner = page.getByRole('alert').filter({ hasText: '已紧急停发' });
  await expect(banner).toContainText('价格写错了');
  await expect(page.getByRole('button', { name: '紧急停发' })).toHaveCount(0);
  await keepScreen(page, 'stopped-home');
  await page.goto('/admin/collections/posts');
  await expect(banner).toContainText('恢复要由主管来做');

  await openAdmin(page, 'manager');
  await banner.getByRole('button', { name: '恢复下发' }).click();
  const send = page.getByRole('button', { name: '确认恢复下发' });
  await page.getByLabel('为什么恢复').fill('已经改好');
  await expect(send).toBeEnabled();
  await keepScreen(page, 'resume-ask');
  await send.click();
  await expect(banner).toHaveCount(0);

  await page.goto('/admin/decisions');
  await expect(page.locator('.md-decisions')).toContainText('价格写错了');
  await expect(page.locator('.md-decisions')).toContainText('已经改好');
  await keepScreen(page, 'decisions');
  const headers = { Authorization: `JWT ${await tokenOf(request, 'manager')}` };
  expect(await (await request.get('/api/stop', { headers })).json()).toMatchObject({ stopped: false });
});
