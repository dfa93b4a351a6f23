/* purge.mjs: takes out of the theme's style sheets what no page of the built site and no script of it can use.
   node purge.mjs SITE PURGECSS: the folder of the site, and where npm put the purger. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [site, home] = process.argv.slice(2);
const { PurgeCSS } = createRequire(join(home, 'package.json'))(home);
const LARGE = ['bootstrap.js', 'fontawesome.js', 'plotly-basic.min.js']; // their words name every class there is
const sheets = ['styles/pydata-sphinx-theme.css', 'styles/sphinx-book-theme.css', 'mystnb.*.css', 'pygments.css', 'basic.css'];
const static_ = (name) => join(site, '_static', name);

const results = await new PurgeCSS().purge({
  content: [join(site, '**/*.html'), static_('*.js'), static_('scripts/pydata-sphinx-theme.js')],
  skippedContentGlobs: LARGE.map((name) => join(site, '**', name)),
  css: sheets.map(static_),
  safelist: { standard: [/^pst-/, /^highlight/, 'show', 'open', 'active'], deep: [/^sd-/], greedy: [/data-theme/, /data-mode/, /dialog/] },
  variables: true,
  keyframes: true,
  fontFace: true,
});
for (const { file, css } of results) {
  const before = readFileSync(file).length;
  writeFileSync(file, css);
  console.log(`${file.slice(site.length + 1)}: ${before} -> ${css.length}`);
}
