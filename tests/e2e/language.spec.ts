import { expect, test } from './fixtures';
import { openAdmin } from './people';

test('a newcomer changes the language above every page but a form, where it would cost what was written', async ({
  page,
}) => {
  await openAdmin(page, 'manager', '/admin/approvals');
  const english = page.getByRole('button', { name: 'English', exact: true });
  const chinese = page.getByRole('button', { name: '中文', exact: true });
  await english.click();
  await expect(page.getByRole('heading', { name: 'Waiting for approval', level: 1 })).toBeVisible();
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  await page.goto('/admin/collections/posts/create');
  await expect(page.getByRole('heading', { name: 'Status and next step' })).toBeVisible();
  await expect(chinese).toHaveCount(0);
  await page.goto('/admin/collections/posts');
  await chinese.click();
  await expect(english).toBeVisible();
});
