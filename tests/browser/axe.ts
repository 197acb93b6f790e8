import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong inside an element. */
export const violationsIn = async (page: Page, selector: string): Promise<string[]> => {
  await page.evaluate(axeSource);
  const results: AxeResults = await page.evaluate(`axe.run({ include: [[${JSON.stringify(selector)}]] })`);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};
