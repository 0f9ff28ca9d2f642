import { expect, test } from './fixtures';
import { openAdmin } from './people';

test.use({ expectedErrors: [/409/] });

test('a refusal is shown as one sentence, whatever its punctuation and its times', async ({ page }) => {
  const message = '原定 11月22日 20:00, 已经过了: 请改时间, 再保存';
  await openAdmin(page, 'manager', '/admin/collections/cap-rules/1');
  await page.route('**/api/cap-rules/1?*', (route) =>
    route.request().method() === 'GET'
      ? route.continue()
      : route.fulfill({ status: 409, json: { errors: [{ message }] } }),
  );
  await page.locator('#field-limit').fill('1');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  // Planned posts would move, so it is asked first.
  await page.locator('dialog[open]').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(message)).toBeVisible();
});
