import { expect, type Locator, type Page } from '@playwright/test';

/** `2026-12-01` in the zone of the demo, so many days from now. */
export const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
    new Date(Date.now() + days * 86_400_000),
  );

export interface NewScript {
  template: string;
  product: string;
  name: string;
  date: string;
}

/** An editor makes a script from a template, in the form, with what it ticks by itself; ends on its timeline. */
export async function makeScript(page: Page, { template, product, name, date }: NewScript): Promise<string> {
  await page.getByRole('link', { name: '从模板做剧本' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '从模板做剧本' })).toBeVisible();
  await page.getByRole('radio', { name: template }).check();
  await page.getByRole('combobox', { name: '商品' }).selectOption({ label: product });
  await page.getByLabel('日期').fill(date);
  await page.getByRole('textbox', { name: '剧本名称' }).fill(name);
  await page.getByRole('button', { name: '生成剧本' }).click();
  await expect(page).toHaveURL(/\/admin\/launches\/[^/]+$/, { timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return page.url().split('/').at(-1) ?? '';
}

/** A step on the timeline by its title. */
export const stepCalled = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: '时间线' }).getByRole('button').filter({ hasText: title });

/** The page is no wider than the screen. */
export async function expectNoSideways(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}
