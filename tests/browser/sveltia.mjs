// node sveltia.mjs FOLDER: whether Sveltia CMS, which lies there as admin/, takes its configuration. It asks other hosts for
// fonts and news of itself; here there are none.
import { launch, serve } from './browser.mjs';

const site = await serve(process.argv[2]);
const browser = await launch();
const page = await browser.newPage();
const faults = [];
page.on('pageerror', (error) => faults.push(error.message));
await page.route((url) => url.origin !== site.base, (route) => route.abort());
await page.goto(`${site.base}/admin/`);
try {
  await page.getByText('Sign In Using Access Token').waitFor({ timeout: 30_000 });
} catch {
  faults.push(`there is no way in: ${await page.locator('body').innerText()}`);
}
await browser.close();
site.close();
console.log(faults.join('\n'));
process.exitCode = faults.length ? 1 : 0;
