const shared = require('./shared.js');
module.exports = (config) => {
config.setQuietMode(true);
config.addCollection('news', (api) => api.getFilteredByGlob('content/*.md').reverse());
config.addCollection('bySlug', (api) => [Object.fromEntries(api.getFilteredByGlob('content/*.md').map((one) => [one.data.slug, one]))]);
config.addCollection('parts', (api) => { const kinds = {}; for (const one of api.getFilteredByGlob('content/*.md').reverse()) (kinds[one.data.kind] ??= []).push(one); return Object.entries(kinds).flatMap(([kind, all]) => Array.from({length: Math.ceil(all.length / 48)}, (_, n) => ({kind, n, some: all.slice(n * 48, n * 48 + 48)}))); });
return {dir: {input: '.', output: '_site', includes: '_includes'}, markdownTemplateEngine: false};
};
