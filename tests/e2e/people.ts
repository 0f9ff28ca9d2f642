import type { APIRequestContext, Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { demo, expect, password, test } from './fixtures';

/** Signs in as people do, in the admin. */
export async function openAdmin(page: Page, who: keyof typeof demo, path = '/admin'): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/admin/login?redirect=${encodeURIComponent(path)}`);
  await page.locator('#field-username').fill(demo[who]);
  await page.locator('#field-password').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
}

/** Signs in at the desk as people do. */
export async function openDesk(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/desk');
  await page.getByLabel('工号、手机号或邮箱').fill(demo.staff);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.locator('#desk')).toBeVisible();
}

/** An integrator's session: a token, as `POST /api/users/login` gives it. */
export async function tokenOf(request: APIRequestContext, who: keyof typeof demo): Promise<string> {
  const answer = await request.post('/api/users/login', { data: { email: demo[who], password } });
  expect(answer.status()).toBe(200);
  return (await answer.json()).token;
}

/**
 * Switches the least gaps off, or on again: the journeys write posts for this very minute, beside whatever of the
 * demo has just gone out.
 */
export async function switchGaps(request: APIRequestContext, enabled: boolean): Promise<void> {
  const headers = { Authorization: `JWT ${await tokenOf(request, 'manager')}` };
  const gaps = 'where[minGapMinutes][greater_than]=0&depth=0';
  const { docs } = await (await request.get(`/api/cap-rules?${gaps}`, { headers })).json();
  for (const { id } of docs) {
    const answer = await request.patch(`/api/cap-rules/${id}`, { headers, data: { enabled } });
    expect(answer.status()).toBe(200);
  }
}

/** Chooses in one of Payload's select or relationship fields. */
export async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await field.locator('.rs__control').click();
  await page.locator('.rs__option', { hasText: name }).first().click();
}

/** Two pictures as a phone would have taken them. */
export async function pictures(): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const draw = (background: string) =>
    sharp({ create: { width: 1200, height: 900, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const [tea, cup] = await Promise.all([draw('#7a8f5a'), draw('#c98a4b')]);
  return [
    { name: '新茶.jpg', mimeType: 'image/jpeg', buffer: tea },
    { name: '茶杯.jpg', mimeType: 'image/jpeg', buffer: cup },
  ];
}

/** Leaves a picture of the screen for people to look at. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${test.info().project.name}-${name}.png` });
}
