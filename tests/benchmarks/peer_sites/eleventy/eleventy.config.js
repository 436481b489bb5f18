const shared = require('./shared.js');
module.exports = (config) => {
config.setQuietMode(true);
config.addCollection('news', (api) => api.getFilteredByGlob('content/*.md').reverse());
config.addCollection('bySlug', (api) => [Object.fromEntries(api.getFilteredByGlob('content/*.md').map((one) => [one.data.slug, one]))]);
const lists = {sections: (one) => [one.data.kind], topics: (one) => one.data.topics, authors: (one) => one.data.authors, months: (one) => one.data.months};
const grouped = (api) => { const found = {}; for (const one of api.getFilteredByGlob('content/*.md').reverse()) for (const [list, names] of Object.entries(lists)) for (const name of names(one)) ((found[list] ??= {})[name] ??= []).push(one); return found; };
config.addCollection('parts', (api) => Object.entries(grouped(api)).flatMap(([list, named]) => Object.entries(named).flatMap(([name, all]) => Array.from({length: Math.ceil(all.length / 48)}, (_, n) => ({list, name, n, some: all.slice(n * 48, n * 48 + 48)})))));
config.addCollection('lists', (api) => Object.entries(grouped(api)).map(([list, named]) => ({list, names: Object.keys(named).sort()})));
return {dir: {input: '.', output: '_site', includes: '_includes'}, markdownTemplateEngine: false};
};
