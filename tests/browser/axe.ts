import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What is fading in has another contrast than it will have. What turns for ever is not waited for. */
const untilStill = `Promise.race([
  Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  new Promise((resolve) => setTimeout(resolve, 1000)),
]).then(() => undefined)`;

/** What axe finds wrong inside an element, once it stands still; in the frames of the page too, where nothing else is said. */
export const violationsIn = async (page: Page, selector: string, { iframes = true } = {}): Promise<string[]> => {
  await page.evaluate(axeSource);
  await page.evaluate(untilStill);
  const results: AxeResults = await page.evaluate(
    `axe.run({ include: [[${JSON.stringify(selector)}]] }, { iframes: ${iframes} })`
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};
