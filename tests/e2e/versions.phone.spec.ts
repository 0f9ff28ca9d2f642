import { expect, test } from './fixtures';
import { keepScreen, openDesk, tokenOf } from './people';

/** A post with two versions and an `except` audience stands on the desk as three cards; each is posted once. */
test('a member of staff posts the three cards of the post with versions', async ({ page, request }) => {
  const headers = { Authorization: `JWT ${await tokenOf(request, 'staff')}` };
  type Card = { text: string; audience: { visibility: string }; receipt: { state: string } | null };
  const versions = async (): Promise<Card[]> => {
    const today = await (await request.get('/api/desk/today', { headers })).json();
    return today.cards.filter(({ text }: Card) => text.includes('早餐箱'));
  };
  expect((await versions()).map(({ audience }) => audience.visibility).sort()).toEqual([
    'except',
    'only',
    'only',
  ]);
  await openDesk(page);
  for (let posted = 0; posted < 3; posted += 1) {
    const id = await page
      .locator('article.card[data-release]', { hasText: '早餐箱' })
      .first()
      .getAttribute('id');
    const open = page.locator(`[id="${id}"]`);
    const folded = page.locator('details.folded', { has: open });
    if (await folded.isVisible()) await folded.locator('summary').first().click();
    if (posted === 0) await keepScreen(page, 'staff-versions');
    await open.getByRole('button', { name: '标记已发' }).click();
    await expect
      .poll(async () => (await versions()).filter(({ receipt }) => receipt?.state === 'posted').length)
      .toBe(posted + 1);
    await expect(page.locator('details.done-card', { hasText: '早餐箱' })).toHaveCount(posted + 1);
  }
  await keepScreen(page, 'staff-done');
});
