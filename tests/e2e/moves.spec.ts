import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openAdmin, tokenOf } from './people';

// A preview that is refused.
test.use({ expectedErrors: [/400/] });

const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true });
const dialog = (page: Page) => page.locator('dialog[open]');

test('a rule that would move planned posts is asked about first, however fast one saves', async ({
  page,
  request,
}) => {
  const headers = { Authorization: `JWT ${await tokenOf(request, 'manager')}` };
  const stored = async () =>
    (await (await request.get('/api/cap-rules/1?depth=0', { headers })).json()).limit;
  const before = await stored();
  await openAdmin(page, 'manager', '/admin/collections/cap-rules/1');
  await page.locator('#field-limit').fill('1');
  await save(page).click();
  await expect(dialog(page)).toContainText(/会挪动.*要保存吗/);
  await dialog(page).getByRole('button', { name: '再看看' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText(/条会挪动：/)).toBeVisible();
  expect(await stored()).toBe(before);
});

test('what is not in order is said in words of the form', async ({ page }) => {
  await openAdmin(page, 'manager', '/admin/collections/cap-rules/1');
  await page.locator('#field-limit').fill('99999999999');
  await expect(page.getByText('先把上面的填对，再看会动哪些。')).toBeVisible();
  await expect(page.getByText('changes.0')).toBeHidden();
});

test('other quiet hours show what they would move, and only then', async ({ page }) => {
  await openAdmin(page, 'manager', '/admin/collections/feeds/1');
  const title = page.getByRole('heading', { name: '保存后，排好的内容会怎样' });
  const from = page.locator('#field-quietHours__from');
  await from.waitFor();
  await expect(title).toBeHidden();
  await from.fill('00:00');
  await page.locator('#field-quietHours__to').fill('2300');
  await expect(page.getByText('先把上面的填对，再看会动哪些。')).toBeVisible();
  await page.locator('#field-quietHours__to').fill('23:00');
  await expect(title).toBeVisible();
  await expect(page.getByText(/条会挪动：/)).toBeVisible();
  await save(page).click();
  await expect(dialog(page)).toContainText('会挪动');
  await dialog(page).getByRole('button', { name: '再看看' }).click();
  await expect(dialog(page)).toBeHidden();
});
