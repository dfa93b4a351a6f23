/* minify.mjs: takes comments, spaces and long local names out of the built site's scripts and style sheets.
   node minify.mjs SITE ESBUILD: the folder of the site, and where npm put the minifier.
   Scripts stay classic scripts: what stands at their top keeps its name. Data scripts, Plotly and the theme's scripts come minified. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [site, home] = process.argv.slice(2);
const { transformSync } = createRequire(join(home, 'package.json'))(home);
const folders = ['_static', join('_static', 'styles')].map((name) => join(site, name));
const loaders = { js: 'js', css: 'css' };

for (const folder of folders)
  for (const name of readdirSync(folder)) {
    const loader = loaders[name.split('.').pop()];
    if (!loader) continue;
    const file = join(folder, name);
    const { code } = transformSync(readFileSync(file, 'utf8'), { loader, minify: true, charset: 'utf8', target: 'esnext', legalComments: 'inline' });
    writeFileSync(file, code);
  }
