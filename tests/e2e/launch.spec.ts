import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { dayFromNow, expectNoSideways, makeScript, stepCalled } from './launchSteps';
import { keepScreen, openAdmin } from './people';

/** Drags the launch day by its handle to another day: the dialog asks about that one, and is closed again. */
async function dragLaunch(page: Page, date: string): Promise<void> {
  const handle = page.getByRole('button', { name: /^开售时间/ });
  const middleOf = async (box: Locator) => {
    const { x, y, width, height } = (await box.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return [x + width / 2, y + height / 2] as const;
  };
  await handle.scrollIntoViewIfNeeded();
  const from = await middleOf(handle);
  const to = await middleOf(page.locator(`[data-day="${date}"]`));
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 8 });
  await keepScreen(page, 'launch-drag');
  await page.mouse.up();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('日期')).toHaveValue(date);
  await dialog.getByRole('button', { name: '先不改' }).click();
  await expect(dialog).toBeHidden();
}

/** An editor makes a launch from a template, sees what it lacks by name, and moves it after seeing what that does. */
test('an editor makes a launch from a template, sees what it lacks, and moves it', async ({ page }) => {
  const name = `冷泡茶上市 ${test.info().project.name}`;
  await openAdmin(page, 'editor', '/admin/launches');
  await expect(page.getByRole('heading', { level: 1, name: '发售' })).toBeVisible();
  await keepScreen(page, 'launches');
  await page.getByRole('link', { name: '用这个模板: 三天会员日' }).click();
  await expect(page.getByRole('radio', { name: '三天会员日' })).toBeChecked();
  await page.goBack();

  const date = dayFromNow(20);
  const id = await makeScript(page, {
    template: '七天新品发售',
    product: '桂花乌龙冷泡茶 15 包 · ¥49',
    name,
    date,
  });
  await expectNoSideways(page);
  await keepScreen(page, 'launch-made');

  // What it lacks, each by the name of its step.
  const lacks = page
    .getByRole('complementary')
    .getByRole('button', { name: '「我自己这几天的感受」还没有图片，要 3 张' });
  await lacks.click();
  const panel = page.getByRole('region', { name: '我自己这几天的感受' });
  await expect(panel.locator('.mc')).toBeVisible();
  await expect(panel.getByRole('link', { name: '编辑内容' })).toBeVisible();
  await expect(page).toHaveURL(/\?step=/);
  await keepScreen(page, 'launch-step');

  // The page of the post has the same, with how it is to be written and what may be put into it.
  await panel.getByRole('link', { name: '编辑内容' }).click();
  const help = page.getByRole('region', { name: '剧本里的这一步' });
  await expect(help).toContainText('还没有图片，要 3 张');
  await expect(help).toContainText('写法提示');
  await help.getByText('可以用的占位符').click();
  await expect(help).toContainText('{{product.name}} 商品名称桂花乌龙冷泡茶 15 包');
  await keepScreen(page, 'launch-step-post');
  await page.goBack();
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  const step = stepCalled(page, '我自己这几天的感受');
  await expect(step).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(stepCalled(page, '你是哪一派')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '你是哪一派' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '提交审批', exact: true }).click();
  const refused = page.getByRole('dialog');
  await expect(refused).toContainText(/还差 \d+ 项，补齐才能提交审批/);
  await refused.getByRole('button', { name: '知道了' }).click();

  // The move: by the handle, day by day, then the dialog with before and after; nothing is saved before it is sent.
  await page.getByRole('button', { name: /^开售时间/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('日期')).toHaveValue(dayFromNow(22));
  await expect(dialog.getByText(/^\d+ 条跟着改$/)).toBeVisible({ timeout: 20_000 });
  await dialog.locator('summary', { hasText: '所有内容' }).scrollIntoViewIfNeeded();
  await keepScreen(page, 'launch-move');
  await dialog.getByRole('button', { name: '先不改' }).click();
  if (test.info().project.name === 'desktop') await dragLaunch(page, dayFromNow(18));
  const stored = async () => {
    const answer = await page.request.get(`/api/launch-scripts/${id}?depth=0`);
    return (await answer.json()).launchAt;
  };
  expect(await stored()).toBe(`${date}T12:00:00.000Z`);

  await page.getByRole('button', { name: '改期', exact: true }).click();
  await dialog.getByLabel('日期').fill(dayFromNow(23));
  await expect(dialog.getByText(/^\d+ 条跟着改$/)).toBeVisible({ timeout: 20_000 });
  await dialog.getByRole('button', { name: '改期', exact: true }).click();
  const told = page.getByText('已改期');
  await expect(told).toBeVisible({ timeout: 20_000 });
  if (test.info().project.name === 'phone') {
    // It comes from above the screen: there nothing is to be tapped.
    const beneath = () =>
      told.evaluate((toast) => {
        const { left, top } = toast.getBoundingClientRect();
        const found = document.elementFromPoint(left, top);
        if (!found) return 'outside';
        return found.closest('.payload-toast-container') ? 'what is said' : 'the page';
      });
    await expect.poll(beneath, 'what is said keeps nobody from tapping').toBe('the page');
  }
  await expect(dialog).toBeHidden();
  expect(await stored()).toBe(`${dayFromNow(23)}T12:00:00.000Z`);
  await expectNoSideways(page);
  await keepScreen(page, 'launch-moved');

  // What it relaxes is written in its phases: the way there ends at them.
  await page.getByRole('link', { name: /^[加改]例外$/ }).click();
  await page.waitForURL(/launch-scripts\/[^/]+#/);
  await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
});
